import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { Refusal } from '../../values/refusal.ts';
import type { TemplateFaultCode } from '../../values/template.ts';
import { attribute, parseXml, type XmlElement } from '../containers/xml.ts';
import { decodePart } from '../containers/xml-part.ts';
import { openZip } from '../containers/zip.ts';
import { defaultLimits, type OpenLimits } from '../open-limits.ts';

const mebibyte = 1024 * 1024;

/** A form of a few pages with a coat of arms; nobody needs more, and it is opened beside other requests. */
export const templateLimits: OpenLimits = {
  ...defaultLimits,
  fileBytes: 5 * mebibyte,
  unpackedBytes: 30 * mebibyte,
  partBytes: 10 * mebibyte,
  parts: 500,
};
/** Most of what a part with text may have. */
const storyBytes = 3 * mebibyte;

export type Story = { name: string; part: 'body' | 'header' | 'footer' | 'notes'; document: Document; root: Element };
export type PartFault = {
  code: Extract<TemplateFaultCode, 'macro' | 'embedded' | 'linkedOutside' | 'strict'>;
  found: string;
};
export type TemplatePackage = { files: Map<string, Uint8Array>; stories: Story[]; faults: PartFault[] };

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const parts: readonly [RegExp, Story['part']][] = [
  [/wordprocessingml\.document\.main\+xml$/, 'body'],
  [/wordprocessingml\.header\+xml$/, 'header'],
  [/wordprocessingml\.footer\+xml$/, 'footer'],
  [/wordprocessingml\.(?:foot|end)notes\+xml$/, 'notes'],
];

/** Kinds of relationships that only say where a click leads; a link to the .dotx that a file was made from is cut when it is kept. */
const harmless = ['hyperlink', 'attachedTemplate'];
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** @throws Refusal fileTooLarge, fileBroken, fileUnpacksTooLarge, fileHasEntities, filePasswordProtected */
export function openTemplate(bytes: Uint8Array, name: string): TemplatePackage {
  const { fileBytes } = templateLimits;
  if (bytes.byteLength > fileBytes)
    throw new Refusal('fileTooLarge', { name, size: bytes.byteLength, limit: fileBytes });
  const zip = openZip(bytes, templateLimits);
  const files = new Map(zip.names.map((part) => [part, zip.find(part) ?? new Uint8Array()]));
  const faults: PartFault[] = [];
  const types = typesOf(files);
  if (![...types.values()].includes(main))
    faults.push({
      code: [...types.values()].some((type) => /macroEnabled/i.test(type)) ? 'macro' : 'strict',
      found: name,
    });
  for (const part of files.keys()) {
    if (/vbaProject|vbaData/i.test(part)) faults.push({ code: 'macro', found: part });
    if (/\/(?:embeddings|activeX)\//i.test(part) || /\.bin$/i.test(part))
      faults.push({ code: 'embedded', found: part });
    if (part.endsWith('.rels')) faults.push(...outside(files, part));
  }
  const stories = [...types].flatMap(([part, type]): Story[] => {
    const kind = parts.find(([pattern]) => pattern.test(type))?.[1];
    return kind && files.has(part) ? [storyOf(files, part, kind)] : [];
  });
  for (const { name: part, root } of stories)
    if (root.lookupNamespaceURI('w') !== wordNamespace) faults.push({ code: 'strict', found: part });
  return { files, stories, faults };
}

function typesOf(files: Map<string, Uint8Array>): Map<string, string> {
  return new Map(
    childrenOf(files, '[Content_Types].xml').flatMap((element): [string, string][] => {
      const [part, type] = [attribute(element, 'PartName'), attribute(element, 'ContentType')];
      return part && type ? [[part.replace(/^\//, ''), type]] : [];
    }),
  );
}

const outside = (files: Map<string, Uint8Array>, part: string): PartFault[] =>
  childrenOf(files, part).flatMap((element): PartFault[] => {
    const kind = attribute(element, 'Type')?.split('/').at(-1) ?? '';
    const isOutside = attribute(element, 'TargetMode') === 'External';
    if (kind === 'aFChunk') return [{ code: 'embedded', found: attribute(element, 'Target') ?? part }];
    return isOutside && !harmless.includes(kind)
      ? [{ code: 'linkedOutside', found: (attribute(element, 'Target') ?? part).slice(0, 100) }]
      : [];
  });

function childrenOf(files: Map<string, Uint8Array>, part: string): readonly XmlElement[] {
  const bytes = files.get(part);
  if (!bytes) throw new Refusal('fileBroken', { part, reason: 'missing' });
  return parseXml(textOf(bytes, part), { part, depth: templateLimits.depth }).children;
}

/** Our own reader goes first: it refuses entities and what nests too deep. */
function storyOf(files: Map<string, Uint8Array>, name: string, part: Story['part']): Story {
  const bytes = files.get(name) ?? new Uint8Array();
  if (bytes.byteLength > storyBytes)
    throw new Refusal('fileUnpacksTooLarge', { part: name, what: 'bytes', limit: storyBytes });
  const xml = textOf(bytes, name);
  parseXml(xml, { part: name, depth: templateLimits.depth });
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const root = document.documentElement;
  if (!root) throw new Refusal('fileBroken', { part: name, reason: 'xml' });
  return { name, part, document, root };
}

const textOf = (bytes: Uint8Array, part: string): string =>
  decodePart(bytes, part, bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').replace(/^\ufeff/, '');
