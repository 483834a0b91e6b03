import type { TextSource } from '../values/block.ts';
import { Refusal } from '../values/refusal.ts';
import { openDoc } from './doc/doc.ts';
import { openDocx } from './docx/docx.ts';
import { utf16Of } from './encoding/utf16.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { openHtml, openMht } from './html/html.ts';
import { openOdt } from './odt/odt.ts';
import { defaultLimits, type OpenLimits } from './open-limits.ts';
import type { OpenRun } from './open-run.ts';
import { openPdf } from './pdf/pdf.ts';
import { openRtf } from './rtf/rtf.ts';
import { openPicture } from './scan/scan.ts';
import { openText } from './text/text.ts';
import { openXlsx } from './xlsx/xlsx.ts';

type Door = { kind: FileKind; open: (bytes: Uint8Array, limits: OpenLimits) => TextSource };

/** Extension -> what such a file must be, and how it is opened. */
const doors = new Map<string, Door>([
  ['docx', { kind: 'docx', open: openDocx }],
  ['txt', { kind: 'text', open: (bytes) => openText(bytes, 'txt') }],
  ['odt', { kind: 'odt', open: openOdt }],
  ['rtf', { kind: 'rtf', open: openRtf }],
  ['xlsx', { kind: 'xlsx', open: openXlsx }],
  ['html', { kind: 'text', open: openHtml }],
  ['htm', { kind: 'text', open: openHtml }],
  ['mht', { kind: 'text', open: openMht }],
  ['mhtml', { kind: 'text', open: openMht }],
  ['md', { kind: 'text', open: (bytes) => openText(bytes, 'md') }],
]);

type SlowDoor = {
  kinds: ReadonlySet<FileKind>;
  open: (bytes: Uint8Array, kind: FileKind, limits: OpenLimits, run: OpenRun) => Promise<TextSource>;
};

/** A picture under the name of another kind of picture is as readable. */
const pictureDoor: SlowDoor = {
  kinds: new Set(['png', 'jpeg', 'tiff']),
  open: (bytes, kind, _, run) => openPicture(bytes, kind, run),
};

/** Formats that another program, or a package that answers later, must open. */
const slowDoors = new Map<string, SlowDoor>([
  ['doc', { kinds: new Set(['doc', 'rtf', 'docx', 'text']), open: openDoc }],
  ['pdf', { kinds: new Set(['pdf']), open: (bytes, _, __, run) => openPdf(bytes, run) }],
  ['png', pictureDoor],
  ['jpg', pictureDoor],
  ['jpeg', pictureDoor],
  ['tif', pictureDoor],
  ['tiff', pictureDoor],
]);

/** Extensions that can be read, for file choosers and refusals. */
export const readableExtensions: readonly string[] = [...doors.keys(), ...slowDoors.keys()];

/**
 * Opens a file of any readable format by its content and its name, which must agree.
 * @throws Refusal with a code that begins with "file"; its detail names the file
 */
export async function openAnyFile(
  bytes: Uint8Array,
  fileName: string,
  limits: OpenLimits = defaultLimits,
  run: OpenRun = {},
): Promise<TextSource> {
  const door = slowDoors.get(extensionOf(fileName));
  if (!door) return openFile(bytes, fileName, limits);
  try {
    return await door.open(bytes, checkedKind(bytes, fileName, door.kinds, limits), limits, run);
  } catch (error) {
    throw withName(error, fileName);
  }
}

/**
 * Opens a file of a format that needs no other program and no waiting; one that does is refused as if it were unknown.
 * @throws Refusal with a code that begins with "file"; its detail names the file
 */
export function openFile(bytes: Uint8Array, fileName: string, limits: OpenLimits = defaultLimits): TextSource {
  try {
    const door = doors.get(extensionOf(fileName));
    const kinds = door ? [door.kind] : [];
    checkedKind(bytes, fileName, new Set(kinds), limits);
    if (!door) throw new Refusal('fileTypeUnknown');
    return door.open(bytes, limits);
  } catch (error) {
    throw withName(error, fileName);
  }
}

const extensionOf = (fileName: string): string => /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

const withName = (error: unknown, name: string): unknown =>
  error instanceof Refusal ? new Refusal(error.code, { name, ...error.detail }) : error;

/** What the file is, where that is one of the kinds its extension stands for. No kinds: the extension is unknown. */
function checkedKind(bytes: Uint8Array, fileName: string, kinds: ReadonlySet<FileKind>, limits: OpenLimits): FileKind {
  if (bytes.length > limits.fileBytes)
    throw new Refusal('fileTooLarge', { size: bytes.length, limit: limits.fileBytes });
  const extension = extensionOf(fileName);
  if (kinds.size === 0 && extension === 'xls') throw new Refusal('fileOldWorkbook');
  if (kinds.size === 0) throw new Refusal('fileTypeUnknown', { extension, known: readableExtensions.join(', ') });
  if (isBlank(bytes)) throw new Refusal('fileEmpty');
  const actual = fileKind(bytes, limits);
  if (actual === 'encryptedOffice' && (kinds.has('docx') || kinds.has('xlsx')))
    throw new Refusal('filePasswordProtected');
  if (actual === 'xls' && kinds.has('xlsx')) throw new Refusal('fileOldWorkbook');
  if (actual === 'zip' && kinds.has('docx'))
    throw new Refusal('fileBroken', { part: 'word/document.xml', reason: 'missing' });
  if (!kinds.has(actual)) throw new Refusal('fileTypeMismatch', { extension, actual });
  return actual;
}

/** Nothing but white space, with or without a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  const encoding = utf16Of(bytes) ?? 'utf-8';
  const isSpace = (part: Uint8Array): boolean => !/\S/.test(new TextDecoder(encoding).decode(part));
  return isSpace(bytes.subarray(0, 4096)) && isSpace(bytes);
}

/** That a file is what its name says, and of that one kind. @throws Refusal with a code that begins with "file"; its detail names the file */
export function requireKind(bytes: Uint8Array, fileName: string, kind: FileKind, limits: OpenLimits): void {
  try {
    if (extensionOf(fileName) !== kind)
      throw new Refusal('fileTypeUnknown', { extension: extensionOf(fileName), known: kind });
    checkedKind(bytes, fileName, new Set([kind]), limits);
  } catch (error) {
    throw withName(error, fileName);
  }
}
