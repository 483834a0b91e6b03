import type { RtfLetters, RtfParagraph } from './writer.ts';

/** Where the text of a group goes. */
export type Destination = 'text' | 'none' | 'fonts' | 'marker' | 'note' | 'box' | 'edge' | 'nestedRow';

/** What a group begins with and gives back when it ends. */
export type GroupState = RtfLetters &
  RtfParagraph & {
    destination: Destination;
    font: number;
    capitals: boolean;
    hidden: boolean;
    deleted: boolean;
    /** How many signs stand for a Unicode letter in programs that do not know it (\ucN). */
    fallback: number;
    /** The group began with \*: a word that is not known makes it none of ours. */
    isStarred: boolean;
    /** Nothing but \* stood in the group so far. */
    isFresh: boolean;
    /** The group, and not one around it, says where its text goes. */
    begins: boolean;
  };

export const newGroup = { isStarred: false, isFresh: true, begins: false };

export const plainLetters = { bold: false, italic: false, capitals: false, hidden: false, deleted: false };

export const plainParagraph: RtfParagraph = {
  align: undefined,
  outline: undefined,
  indent: 0,
  listLevel: undefined,
  inTable: false,
  isNested: false,
  breakBefore: false,
};

const destinations: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['listtext', 'marker'],
  ['pntext', 'marker'],
  ['footnote', 'note'],
  ['shptxt', 'box'],
  ['dptxbxtext', 'box'],
  ['nesttableprops', 'nestedRow'],
  ...(['header', 'headerl', 'headerr', 'headerf'] as const).map((name): [string, Destination] => [name, 'edge']),
  ...(['footer', 'footerl', 'footerr', 'footerf'] as const).map((name): [string, Destination] => [name, 'edge']),
]);

const silent: ReadonlySet<string> = new Set(
  'colortbl stylesheet info pict fldinst objdata sp sn sv shprslt nonshppict shppict falt panose fontemb nonesttables xe tc rxe txe bkmkstart bkmkend annotation atnid atnauthor atnref listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles pnseclvl mmathPr xmlnstbl ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn background userprops docvar template private'.split(
    ' ',
  ),
);

/** Groups that begin with \* but hold text of ours. */
const transparent: ReadonlySet<string> = new Set(['shpgrp', 'shpinst', 'shp', 'do']);

/** undefined for a word that begins no destination. */
export function destinationOf(name: string, isStarred: boolean): Destination | undefined {
  const known = destinations.get(name);
  if (known) return known;
  if (silent.has(name)) return 'none';
  return isStarred && !transparent.has(name) ? 'none' : undefined;
}
