import type { Block, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import { textName, type XmlElement } from '../containers/xml.ts';
import { parsePart } from '../containers/xml-part.ts';
import { openZip, type Zip } from '../containers/zip.ts';
import { edgesOf } from '../layout/edges.ts';
import { newLayout } from '../layout/layout.ts';
import type { OpenLimits } from '../open-limits.ts';
import { newOdtReader, type OdtContext, type OdtReader } from './blocks.ts';
import { newOdtLists } from './lists.ts';
import { readOdtStyles } from './styles.ts';

/**
 * Opens an OpenDocument text: tracked changes accepted, headers and footers left out of it, foot- and endnotes at the end.
 * @throws Refusal fileBroken, fileEmpty, fileUnpacksTooLarge, fileHasEntities, filePasswordProtected
 */
export function openOdt(bytes: Uint8Array, limits: OpenLimits): TextSource {
  const zip = openZip(bytes, limits);
  refuseEncrypted(zip);
  const layout = newLayout();
  const blocks: Block[] = [];
  const roots: XmlElement[] = [
    ...(parsePart(zip, { part: 'styles.xml', depth: limits.depth, isMixed: true })?.children ?? []),
  ];
  let context: OdtContext | undefined;
  let reader: OdtReader | undefined;
  const add: Parameters<typeof newOdtReader>[1] = (draft) => {
    const block = layout.add(draft);
    if (block) blocks.push(block);
  };
  const begin = (): OdtReader => {
    const styles = readOdtStyles(roots);
    context = { styles, lists: newOdtLists(styles), notes: [] };
    return newOdtReader(context, add);
  };
  const root = parsePart(zip, {
    part: 'content.xml',
    depth: limits.depth,
    isMixed: true,
    handOver: {
      parent: ['office:document-content', 'office:text'],
      // Fonts and styles stand before the body; its children come one by one.
      visit: (element) => {
        if (styleGroups.has(element.name)) roots.push(element);
        else if (element.name !== 'office:body') {
          reader ??= begin();
          reader.read(element);
        }
      },
    },
  });
  if (root?.name !== 'office:document-content')
    throw new Refusal('fileBroken', { part: 'content.xml', reason: root ? 'body' : 'missing' });
  readNotes(context, add);
  if (blocks.length === 0) throw new Refusal('fileEmpty');
  return { format: 'odt', text: layout.text(), blocks, ...edgesOf(roots.flatMap((root) => edgeLines(root, false))) };
}

const styleGroups: ReadonlySet<string> = new Set([
  'office:automatic-styles',
  'office:font-face-decls',
  'office:scripts',
]);

const edges = /^style:(?:header|footer)(?:-left|-first)?$/;

/** What page headers and footers of master pages say, a paragraph a line. */
function edgeLines(element: XmlElement, within: boolean): string[] {
  const isWithin = within || edges.test(element.name);
  const isLine = element.name === 'text:p' || element.name === 'text:h';
  const boxed = element.children.flatMap((part) => edgeLines(part, isWithin));
  return isWithin && isLine ? [wordsOf(element), ...boxed] : boxed;
}

const wordsOf = (element: XmlElement): string =>
  element.name === textName
    ? element.text
    : element.name === 'draw:frame'
      ? ''
      : element.name === 'text:tab' || element.name === 'text:s' || element.name === 'text:line-break'
        ? ' '
        : element.children.map(wordsOf).join('');

function refuseEncrypted(zip: Zip): void {
  const manifest = zip.find('META-INF/manifest.xml');
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw new Refusal('filePasswordProtected');
}

/** In the order of their marks, each with its number; a note in a note is read after it. */
function readNotes(context: OdtContext | undefined, add: Parameters<typeof newOdtReader>[1]): void {
  for (let at = 0; context && at < context.notes.length; at++) {
    let marker: string | undefined = `[${at + 1}]`;
    const reader = newOdtReader(context, (draft) => {
      const isFirst = marker !== undefined && draft.kind === 'paragraph' && draft.text !== '';
      add(isFirst && marker !== undefined ? { ...draft, marker } : draft);
      if (isFirst) marker = undefined;
    });
    const body = context.notes[at]?.children.find((part) => part.name === 'text:note-body');
    for (const element of body?.children ?? []) reader.read(element);
  }
}
