import type { TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import { isWordEncrypted } from '../containers/compound-file.ts';
import { openDocx } from '../docx/docx.ts';
import type { FileKind } from '../file-kind.ts';
import { openHtml, openMht } from '../html/html.ts';
import type { OpenLimits } from '../open-limits.ts';
import type { OpenRun } from '../open-run.ts';
import { openRtf } from '../rtf/rtf.ts';
import { convert, findLibreOffice } from './libreoffice.ts';
import { openDocText } from './plain-text.ts';

/** LibreOffice takes a second or two; a file that takes longer than this keeps it busy for good. */
const conversionSeconds = 40;

/**
 * Opens an old Word file (Word 97-2003). LibreOffice, where it is installed, turns it into a new one; otherwise its plain
 * text is read. Portals also call RTF files and pages ".doc", as Word opens them all.
 * @throws Refusal with a code that begins with "file"
 */
export async function openDoc(
  bytes: Uint8Array,
  kind: FileKind,
  limits: OpenLimits,
  { signal }: OpenRun = {},
): Promise<TextSource> {
  const other = otherFormat(bytes, kind, limits);
  if (other) return { ...other, format: 'doc' };
  if (isWordEncrypted(bytes)) throw new Refusal('filePasswordProtected');
  const program = findLibreOffice();
  if (program === undefined) return openDocText(bytes);
  const docx = await convert({ program, bytes, from: 'doc', to: 'docx', seconds: conversionSeconds, signal });
  return { ...openDocx(docx, limits), format: 'doc' };
}

function otherFormat(bytes: Uint8Array, kind: FileKind, limits: OpenLimits): TextSource | undefined {
  if (kind === 'docx') return openDocx(bytes, limits);
  if (kind === 'rtf') return openRtf(bytes, limits);
  if (kind !== 'text') return undefined;
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  if (/^\s*(?:MIME-Version|From|Content-Type):/i.test(start)) return openMht(bytes, limits);
  if (/<(?:html|body|!doctype html|meta|p|div)\b/i.test(start.replaceAll('\0', ''))) return openHtml(bytes, limits);
  throw new Refusal('fileTypeMismatch', { extension: 'doc', actual: kind });
}
