import { streamNames } from './containers/compound-file.ts';
import { openZip, type Zip } from './containers/zip.ts';
import { findMainPart } from './docx/package.ts';
import { utf16Of } from './encoding/utf16.ts';
import type { OpenLimits } from './open-limits.ts';

/** What a file's bytes say it is, whatever its name. */
export type FileKind =
  | 'text'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'zip'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'encryptedOffice'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'webp'
  | 'gzip'
  | 'rar'
  | '7z'
  | 'exe'
  | 'binary';

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

const oleSignature = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** First bytes -> kind, looked at in this order. */
const signatures: readonly [string, FileKind][] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  [oleSignature, 'ole'],
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG\r\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF8', 'gif'],
  ['II*\x00', 'tiff'],
  ['MM\x00*', 'tiff'],
  ['\x1f\x8b', 'gzip'],
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['\x7fELF', 'exe'],
];

const signatureOf = (start: string): FileKind | undefined =>
  signatures.find(([signature]) => start.startsWith(signature))?.[1];

/** As many bytes as tell the kind of most files. */
export const startBytes = 64 * 1024;

/** The kind of a file that its first bytes tell alone; undefined where more of it has to be looked at. */
export function kindOfStart(bytes: Uint8Array): FileKind | undefined {
  const start = latin(bytes, 0, 16);
  const found = signatureOf(start);
  if (found) return found === 'zip' || found === 'ole' ? undefined : found;
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  return isBinary(bytes) ? binaryKind(start) : undefined;
}

/** @throws Refusal where a zip is broken or unpacks to too much */
export function fileKind(bytes: Uint8Array, limits: OpenLimits): FileKind {
  const told = kindOfStart(bytes);
  if (told) return told;
  const container = signatureOf(latin(bytes, 0, 16));
  if (container === 'zip') return zipKind(bytes, limits);
  return container === 'ole' ? oleKind(bytes) : 'text';
}

/** Two letters are too few to tell a program or a picture from a text that begins so. */
function binaryKind(start: string): FileKind {
  if (start.startsWith('MZ')) return 'exe';
  return start.startsWith('BM') ? 'bmp' : 'binary';
}

function zipKind(bytes: Uint8Array, limits: OpenLimits): FileKind {
  const zip = openZip(bytes, limits);
  if (findMainPart(zip, limits)) return 'docx';
  const folder = (name: string): boolean => zip.names.some((part) => part.startsWith(`${name}/`));
  if (folder('xl')) return 'xlsx';
  if (folder('ppt')) return 'pptx';
  return zip.has('content.xml') && isOpenText(zip) ? 'odt' : 'zip';
}

/** OpenDocument names its kind in a part of its own; spreadsheets and slides have other names. */
function isOpenText(zip: Zip): boolean {
  const type = zip.find('mimetype');
  return type !== undefined && latin(type, 0, 100).startsWith('application/vnd.oasis.opendocument.text');
}

const oleStreams: readonly [string, FileKind][] = [
  ['EncryptedPackage', 'encryptedOffice'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
];

function oleKind(bytes: Uint8Array): FileKind {
  const names = streamNames(bytes);
  return oleStreams.find(([name]) => names.includes(name))?.[1] ?? 'ole';
}

/** Control characters other than those of text; UTF-16 is text although it is full of zeros. */
function isBinary(bytes: Uint8Array): boolean {
  if (utf16Of(bytes)) return false;
  const sample = bytes.subarray(0, 64 * 1024);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls++;
  }
  return controls > sample.length / 20;
}
