import type { TextSource } from '../values/block.ts';
import { Refusal } from '../values/refusal.ts';
import { openDocx } from './docx.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { openHtml, openMht } from './html.ts';
import { openOdt } from './odt.ts';
import { defaultLimits, type OpenLimits } from './open-limits.ts';
import { openRtf } from './rtf.ts';
import { openText } from './text.ts';

type Door = { kind: FileKind; open: (bytes: Uint8Array, limits: OpenLimits) => TextSource };

/** Extension -> what such a file must be, and how it is opened. */
const doors = new Map<string, Door>([
  ['docx', { kind: 'docx', open: openDocx }],
  ['txt', { kind: 'text', open: (bytes) => openText(bytes, 'txt') }],
  ['odt', { kind: 'odt', open: openOdt }],
  ['rtf', { kind: 'rtf', open: openRtf }],
  ['html', { kind: 'text', open: openHtml }],
  ['htm', { kind: 'text', open: openHtml }],
  ['mht', { kind: 'text', open: openMht }],
  ['mhtml', { kind: 'text', open: openMht }],
  ['md', { kind: 'text', open: (bytes) => openText(bytes, 'md') }],
]);

/** Extensions that can be read, for file choosers and refusals. */
export const readableExtensions: readonly string[] = [...doors.keys()];

/**
 * Opens a file by its content and its name, which must agree.
 * @throws Refusal with a code that begins with "file"; its detail names the file
 */
export function openFile(bytes: Uint8Array, fileName: string, limits: OpenLimits = defaultLimits): TextSource {
  try {
    return open(bytes, fileName, limits);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { name: fileName, ...error.detail });
    throw error;
  }
}

function open(bytes: Uint8Array, fileName: string, limits: OpenLimits): TextSource {
  if (bytes.length > limits.fileBytes)
    throw new Refusal('fileTooLarge', { size: bytes.length, limit: limits.fileBytes });
  const extension = /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const door = doors.get(extension);
  if (!door) throw new Refusal('fileTypeUnknown', { extension, known: readableExtensions.join(', ') });
  if (isBlank(bytes)) throw new Refusal('fileEmpty');
  const actual = fileKind(bytes, limits);
  if (actual === 'encryptedOffice' && door.kind === 'docx') throw new Refusal('filePasswordProtected');
  if (actual === 'zip' && door.kind === 'docx')
    throw new Refusal('fileBroken', { part: 'word/document.xml', reason: 'missing' });
  if (actual !== door.kind) throw new Refusal('fileTypeMismatch', { extension, actual });
  return door.open(bytes, limits);
}

/** Nothing but white space, with or without a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const isSpace = (part: Uint8Array): boolean => !/\S/.test(new TextDecoder(encoding).decode(part));
  return isSpace(bytes.subarray(0, 4096)) && isSpace(bytes);
}
