import papa from 'papaparse';
import { parseXml, type XmlElement } from '../../src/files/containers/xml.ts';
import { decodePart } from '../../src/files/containers/xml-part.ts';
import { openZip } from '../../src/files/containers/zip.ts';
import { defaultLimits } from '../../src/files/open-limits.ts';

/** What is wrong with an answer in which a hostile text may stand; undefined where nothing is. */
export async function faultShown(answer: Response): Promise<string | undefined> {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  if (answer.headers.get('x-attack') !== null) return 'a text became a header';
  if (answer.headers.get('x-content-type-options') !== 'nosniff') return 'may be taken for another type';
  const disposition = answer.headers.get('content-disposition');
  if (
    disposition !== null &&
    !/^attachment; filename="[\w .()-]*"(?:; filename\*=UTF-8''[\w.!~*%-]*)?$/.test(disposition)
  )
    return `file name ${disposition}`;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (type === 'text/html') return markupIn(new TextDecoder().decode(bytes));
  if (type === 'text/csv') return formulaIn(new TextDecoder().decode(bytes));
  if (/xml$/.test(type) && !type.includes('openxml'))
    return unreadable(() => parseXml(decodePart(bytes, type), xmlOptions(type)));
  if (type.includes('officedocument')) return unreadable(() => packageFault(bytes));
  return undefined;
}

const xmlOptions = (part: string) => ({ part, depth: defaultLimits.depth });

/** The texts hold all of these; a page that escapes holds none of them. */
export const markupIn = (page: string): string | undefined =>
  /<img src=x|<svg onload|<script>alert|<b>x<\/b>/.exec(page)?.[0];

function formulaIn(text: string): string | undefined {
  for (const delimiter of [';', ',']) {
    const cells = papa.parse<string[]>(text, { delimiter }).data.flat();
    const computed = cells.find((cell) => /^[\s\u200b]*[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,]+%?$/.test(cell));
    // With the other sign between cells a line may end inside a text; what is parted must not begin one.
    if (computed !== undefined && (delimiter === ';') === text.split('\r\n')[0]?.includes(';')) return computed;
  }
  return undefined;
}

function unreadable(read: () => unknown): string | undefined {
  try {
    const fault = read();
    return typeof fault === 'string' ? fault : undefined;
  } catch (error) {
    return `not well formed: ${error instanceof Error ? error.message : error}`;
  }
}

/** Every part of a .docx or .xlsx is XML, no cell computes, and nothing outside is fetched when it is opened. */
function packageFault(bytes: Uint8Array): string | undefined {
  const zip = openZip(bytes, defaultLimits);
  for (const name of zip.names.filter((one) => /\.(?:xml|rels)$/.test(one))) {
    const root = parseXml(decodePart(zip.find(name) ?? new Uint8Array(), name), xmlOptions(name));
    if (name.includes('worksheets/') && someElement(root, (one) => one.name === 'x:f')) return `${name} computes`;
    if (name.endsWith('.rels') && root.children.some(fetched)) return `${name} leads outside`;
    if (someElement(root, (one) => one.name === 'w:instrText' && /DDE|INCLUDE/i.test(one.text))) return `${name} runs`;
  }
  return undefined;
}

const fetched = ({ attributes }: XmlElement): boolean =>
  attributes.TargetMode === 'External' && !/\/hyperlink$/.test(attributes.Type ?? '');

const someElement = (element: XmlElement, is: (one: XmlElement) => boolean): boolean =>
  is(element) || element.children.some((one) => someElement(one, is));
