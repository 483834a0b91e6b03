import type { Envelope, EnvelopeFault, EnvelopeFile } from '../../values/envelope.ts';
import { extensionOf, safeName } from '../../values/file-name.ts';
import { Refusal } from '../../values/refusal.ts';
import { fold } from '../../values/vietnamese.ts';
import { parseXml, type XmlElement } from '../containers/xml.ts';
import { decodePart } from '../containers/xml-part.ts';
import { openZip } from '../containers/zip.ts';
import { utf16Of } from '../encoding/utf16.ts';
import { fileKind } from '../file-kind.ts';
import type { OpenLimits } from '../open-limits.ts';
import { headerOf } from './header.ts';
import { all, first, wordsOf } from './parts.ts';

/** More than any office sends at once. */
const mostFiles = 50;
/** Fields stand four elements below a root that stands in nothing. */
const depth = 24;

/**
 * Opens an edXML envelope: that of QCVN 102:2016/BTTTT, and the flat one of before. `isReadable` says of a name whether it may be the document
 * itself: the first such file is, or the one that the envelope calls so.
 * @throws Refusal envelopeFaulty, fileHasEntities, fileBroken, fileUnpacksTooLarge, fileTypeMismatch
 */
export function readEnvelope(bytes: Uint8Array, isReadable: (name: string) => boolean, limits: OpenLimits): Envelope {
  if (bytes.length > limits.fileBytes)
    throw new Refusal('fileTooLarge', { size: bytes.length, limit: limits.fileBytes });
  const kind = fileKind(bytes, limits);
  if (kind !== 'text') throw new Refusal('fileTypeMismatch', { extension: 'edxml', actual: kind });
  const root = parseXml(decodePart(bytes, part, utf16Of(bytes) ?? 'utf-8'), { part, depth });
  const flat = root.name === 'ed:EdXMLEnvelope';
  if (!flat && root.name !== 'ed:edXML') throw faulty('foreign');
  const envelope = flat ? root : first(root, 'edXMLEnvelope');
  const header = flat ? root : first(envelope, 'edXMLHeader');
  const message = first(header, 'MessageHeader');
  if (!message) throw faulty(first(header, 'MessageStatus') ? 'status' : 'noHeader');
  const files = flat ? flatFiles(root, limits) : filesOf(root, envelope, limits);
  return { header: headerOf(message), files: mainFirst(files, isReadable) };
}

const part = 'edXML';
const faulty = (reason: EnvelopeFault, detail: Record<string, string | number> = {}): Refusal =>
  new Refusal('envelopeFaulty', { reason, ...detail });

/** What the manifest promises, beside what came: the one names a file by its id, the other holds its bytes. */
function filesOf(root: XmlElement, envelope: XmlElement | undefined, limits: OpenLimits): EnvelopeFile[] {
  const manifest = first(first(envelope, 'edXMLBody'), 'edXMLManifest');
  const promised = all(manifest, 'Reference').map((one) => ({ id: idOf(one), one }));
  const came = all(root, 'AttachmentEncoded').flatMap((one) => all(one, 'Attachment'));
  refuseTooMany(came.length);
  const held = new Set(came.map(idOf));
  const missing = promised.find(({ id }) => id !== '' && !held.has(id));
  if (missing) throw faulty('incomplete', { file: wordsOf(missing.one, 'AttachmentName') ?? missing.id });
  return came.map((attachment) => {
    const reference = promised.find(({ id }) => id !== '' && id === idOf(attachment))?.one;
    const said = (name: string): string => wordsOf(attachment, name) ?? wordsOf(reference, name) ?? '';
    return fileOf(
      { name: said('AttachmentName'), mediaType: said('ContentType'), description: said('Description') },
      wordsOf(attachment, 'ContentTransferEncoded'),
      limits,
    );
  });
}

/** "cid:…" in the manifest is "…" where the file stands. */
const idOf = (element: XmlElement): string => (wordsOf(element, 'ContentId') ?? '').replace(/^cid:/i, '');

function flatFiles(root: XmlElement, limits: OpenLimits): EnvelopeFile[] {
  const came = all(first(root, 'Manifest'), 'Attachment');
  refuseTooMany(came.length);
  return came.map((one) =>
    fileOf(
      { name: wordsOf(one, 'FileName') ?? '', mediaType: wordsOf(one, 'FileType') ?? '', description: '' },
      wordsOf(one, 'Content'),
      limits,
    ),
  );
}

function refuseTooMany(count: number): void {
  if (count === 0) throw faulty('empty');
  if (count > mostFiles) throw faulty('tooMany', { limit: mostFiles });
}

function fileOf(told: Omit<EnvelopeFile, 'bytes'>, encoded: string | null, limits: OpenLimits): EnvelopeFile {
  const name = safeName(told.name);
  if (told.name === '' || encoded === null || /[^A-Za-z0-9+/=\s]/.test(encoded))
    throw faulty('incomplete', { file: name });
  const bytes = unwrapped(Buffer.from(encoded, 'base64'), name, limits);
  if (bytes.length === 0) throw faulty('incomplete', { file: name });
  return { ...told, name, bytes };
}

/** Some gateways zip each file before they encode it, and keep its own name. */
function unwrapped(bytes: Uint8Array, name: string, limits: OpenLimits): Uint8Array {
  if (extensionOf(name) === 'zip' || fileKind(bytes, limits) !== 'zip') return bytes;
  const zip = openZip(bytes, limits);
  const [only, ...more] = zip.names;
  return (only !== undefined && more.length === 0 && zip.find(only)) || bytes;
}

const calledMain = /\b(?:van ban chinh|file chinh|tep chinh|toan van)\b/;

/** The document itself goes first. Two files that both are called so leave nobody knowing which is meant. */
function mainFirst(files: readonly EnvelopeFile[], isReadable: (name: string) => boolean): Envelope['files'] {
  const called = files.filter(({ description }) => calledMain.test(fold(description)));
  if (called.length > 1) throw faulty('twoMains', { files: called.map(({ name }) => name).join(', ') });
  const main = called[0] ?? files.find(({ name }) => isReadable(name)) ?? files[0];
  if (!main) throw faulty('empty');
  return [main, ...files.filter((one) => one !== main)];
}
