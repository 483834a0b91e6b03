import { Refusal } from '../../values/refusal.ts';
import { attribute, child, parseXml, type XmlElement, type XmlOptions } from '../containers/xml.ts';
import { decodePart } from '../containers/xml-part.ts';
import { openZip, type Zip } from '../containers/zip.ts';
import type { OpenLimits } from '../open-limits.ts';

/** The parts of a Word file that are read; each is inflated and parsed only when asked for. */
export type DocxPackage = {
  /** Name of the main part, most often "word/document.xml". */
  main: string;
  readMain: (handOver: NonNullable<XmlOptions['handOver']>) => XmlElement;
  /** True where the main part has many letters that only Unicode has: fonts of old encodings then mean nothing. */
  isUnicode: () => boolean;
  /** undefined where the file has no such part. */
  read: (kind: 'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'theme') => XmlElement | undefined;
  /** All page headers and footers there are. */
  edges: () => XmlElement[];
  /** A part that the main part names by the id of a relationship. */
  linked: (id: string | undefined) => Uint8Array | undefined;
  readLinked: (id: string | undefined) => XmlElement | undefined;
};

/** The main part as the package's relationships name it; undefined where the zip is no Word file. */
export function findMainPart(zip: Zip, limits: OpenLimits): string | undefined {
  if (zip.has('word/document.xml')) return 'word/document.xml';
  const target = relationships(zip, '_rels/.rels', limits).get('officeDocument');
  return target?.startsWith('word/') ? target : undefined;
}

/** @throws Refusal fileBroken, fileUnpacksTooLarge, fileHasEntities */
export function openPackage(bytes: Uint8Array, limits: OpenLimits): DocxPackage {
  const zip = openZip(bytes, limits);
  const main = findMainPart(zip, limits);
  if (!main || !zip.has(main))
    throw new Refusal('fileBroken', { part: main ?? 'word/document.xml', reason: 'missing' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const targets = relationships(zip, relations, limits);
  let byId: Map<string, string> | undefined;
  const partOf = (id: string | undefined): string | undefined => {
    byId ??= targetsById(zip, relations, limits);
    const target = byId.get(id ?? '');
    return target === undefined ? undefined : join(folder, target);
  };
  let text: string | undefined;
  const mainText = (): string => {
    text ??= decode(zip.find(main) ?? missing(main), main);
    return text;
  };
  return {
    main,
    readMain: (handOver) => parseXml(mainText(), { part: main, depth: limits.depth, handOver }),
    isUnicode: () => {
      const sample = mainText().slice(0, 1_000_000);
      return (sample.match(/[\u1ea0-\u1ef9]/g)?.length ?? 0) > sample.length / 1000;
    },
    read: (kind) => parsePart(zip, join(folder, targets.get(kind) ?? `${kind}.xml`), limits),
    edges: () =>
      linkedAs(zip, relations, limits).flatMap((target) => parsePart(zip, join(folder, target), limits) ?? []),
    linked: (id) => {
      const part = partOf(id);
      return part === undefined ? undefined : zip.find(part);
    },
    readLinked: (id) => {
      const part = partOf(id);
      return part === undefined ? undefined : parsePart(zip, part, limits);
    },
  };
}

function missing(part: string): never {
  throw new Refusal('fileBroken', { part, reason: 'missing' });
}

/** A target is relative to the part that names it, or absolute in the package. */
function join(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Last word of the relationship's type ("styles") -> target; targets outside the file are left out. */
function relationships(zip: Zip, name: string, limits: OpenLimits): Map<string, string> {
  const targets = new Map<string, string>();
  for (const element of parsePart(zip, name, limits)?.children ?? []) {
    const type = attribute(element, 'Type');
    const target = attribute(element, 'Target');
    if (!type || !target || attribute(element, 'TargetMode') === 'External') continue;
    const kind = type.slice(type.lastIndexOf('/') + 1);
    if (!targets.has(kind)) targets.set(kind, target.replace(/^\/+/, kind === 'officeDocument' ? '' : '/'));
  }
  return targets;
}

/** Id of a relationship -> its target inside the file. */
function targetsById(zip: Zip, name: string, limits: OpenLimits): Map<string, string> {
  const elements = parsePart(zip, name, limits)?.children ?? [];
  return new Map(
    elements.flatMap((element): [string, string][] => {
      const [id, target] = [attribute(element, 'Id'), attribute(element, 'Target')];
      return id && target && attribute(element, 'TargetMode') !== 'External' ? [[id, target]] : [];
    }),
  );
}

/** The targets of page headers and footers. */
function linkedAs(zip: Zip, name: string, limits: OpenLimits): string[] {
  const elements = parsePart(zip, name, limits)?.children ?? [];
  return elements.flatMap((element) => {
    const [type, target] = [attribute(element, 'Type'), attribute(element, 'Target')];
    const isOurs = target && attribute(element, 'TargetMode') !== 'External' && /\/(?:header|footer)$/.test(type ?? '');
    return isOurs ? [target] : [];
  });
}

function parsePart(zip: Zip, part: string, limits: OpenLimits): XmlElement | undefined {
  const bytes = zip.find(part);
  return bytes && parseXml(decode(bytes, part), { part, depth: limits.depth });
}

/** A byte order mark says that a part is in UTF-16. */
function decode(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return decodePart(bytes, part, encoding);
}

/** A switch such as w:b: present means on unless its value says off; undefined where it is absent. */
export function flag(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(parent, name);
  return element && !['0', 'false', 'off', 'none'].includes(attribute(element, 'w:val') ?? '');
}

export const value = (parent: XmlElement | undefined, name: string): string | undefined =>
  attribute(child(parent, name), 'w:val');

/** undefined where there is no whole number. */
export function whole(text: string | undefined): number | undefined {
  const number = text === undefined ? Number.NaN : Number.parseInt(text, 10);
  return Number.isSafeInteger(number) ? number : undefined;
}
