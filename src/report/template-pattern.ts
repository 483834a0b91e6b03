import { formOn } from '../values/form-choice.ts';
import { inLines, letterheadRoom, shortened } from '../values/letterhead-names.ts';
import type { OfficialDocument } from '../values/official-document.ts';
import { appendixWord, capitals, signingLine } from '../values/official-words.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { TemplateFields, TemplateValues } from '../values/template.ts';
import { endOf, type IssuerFacts, letterheadOf } from './issuer.ts';

/**
 * Makers say a document once, with words that are given to them: the words of facts make the document, the names of
 * placeholders make the template that people download.
 */
export type Wording<N extends string> = {
  of: Record<N, string>;
  /** A stretch that is there only where the word is. */
  when: (name: N, text: string) => string;
};

export const wordsOf = <N extends string>(of: Record<N, string>): Wording<N> => ({
  of,
  when: (name, text) => (of[name] === '' ? '' : text),
});

export const placeholdersOf = <N extends string>(names: readonly N[]): Wording<N> => ({
  of: Object.fromEntries(names.map((name) => [name, `{${name}}`])) as Record<N, string>,
  when: (name, text) => `{#${name}}${text}{/${name}}`,
});

export const textFields = <N extends string>(names: readonly N[]): Record<N, 'text'> =>
  Object.fromEntries(names.map((name) => [name, 'text'])) as Record<N, 'text'>;

/** A row of a table that is repeated for each item of a list. */
export const repeated = (list: string, cells: readonly string[]): string[] =>
  cells.map((cell, at) => (at === 0 ? `{#${list}}` : '') + cell + (at === cells.length - 1 ? `{/${list}}` : ''));

/** Letterhead and end: in every document of whatever kind. */
export type Frame = Pick<OfficialDocument, 'head' | 'signing' | 'archive'>;

export const frameOf = (issuer: IssuerFacts, date: PlainDate, kindSign: string | null): Frame => ({
  head: letterheadOf(issuer, date, kindSign),
  ...endOf(issuer),
});

const frameNames = [
  ...([
    'co_quan_chu_quan',
    'tieu_de_co_quan',
    'co_quan_ban_hanh',
    'so',
    'ky_hieu',
    'dia_danh',
    'ngay',
    'thang',
    'nam',
    'trich_yeu',
  ] as const),
  ...(['quyen_han_ky', 'chuc_vu_ky', 'nguoi_ky', 'noi_luu'] as const),
];
export const frameFields = textFields(frameNames);
const { of: named } = placeholdersOf(frameNames);

export const framePattern = (issuer: IssuerFacts, date: PlainDate): Frame & Pick<OfficialDocument, 'about'> => ({
  head: {
    ...{ issuedBy: letterheadOf(issuer, date, null).issuedBy, date },
    ...{ parent: named.co_quan_chu_quan, issuer: named.co_quan_ban_hanh, place: named.dia_danh },
    ...{ number: named.so, symbol: named.ky_hieu },
    letterheadIssuer: named.tieu_de_co_quan,
    dateWords: `ngày ${named.ngay} tháng ${named.thang} năm ${named.nam}`,
  },
  signing: {
    lines: [{ as: 'onBehalf', text: named.quyen_han_ky }, { text: named.chuc_vu_ky }],
    name: named.nguoi_ky,
  },
  archive: named.noi_luu,
  about: named.trich_yeu,
});

/** What every document fills in, as its form writes it. */
export function frameValues({
  head,
  about,
  signing,
  archive,
}: OfficialDocument): Record<keyof typeof frameFields, string> {
  const form = formOn(head.issuedBy, head.date);
  const [year = '', month = '', day = ''] = head.date.split('-');
  const room = letterheadRoom(form);
  const lines = (isAuthority: boolean): string =>
    signing.lines
      .filter(({ as }) => (as !== undefined) === isAuthority)
      .map((one) => signingLine(form, one))
      .join('\n');
  return {
    co_quan_chu_quan: shortened(capitals(head.parent ?? ''), form.elements.parent, room),
    tieu_de_co_quan: inLines(capitals(head.issuer), form.elements.issuer, room),
    co_quan_ban_hanh: head.issuer,
    // Room to write it in by hand.
    so: head.number === null ? '      ' : head.number.padStart(2, '0'),
    ky_hieu: head.symbol,
    dia_danh: head.place,
    ngay: head.number === null ? '     ' : day,
    thang: Number(month) < 3 ? month : String(Number(month)),
    nam: year,
    trich_yeu: about,
    quyen_han_ky: lines(true),
    chuc_vu_ky: lines(false),
    nguoi_ky: signing.name ?? '',
    noi_luu: archive,
  };
}

/** What a template of appendices fills in: a list of one where the appendix is there, of none where it is not. */
export function appendixLists(
  { issuer, date }: { issuer: IssuerFacts; date: PlainDate },
  lists: readonly (readonly [name: string, isThere: boolean])[],
): Record<string, readonly { ten_phu_luc: string }[]> {
  const form = formOn(letterheadOf(issuer, date, null).issuedBy, date);
  const there = lists.filter(([, isThere]) => isThere);
  return Object.fromEntries(
    lists.map((list) => {
      const at = there.indexOf(list);
      return [list[0], at < 0 ? [] : [{ ten_phu_luc: appendixWord(form, at + 1, there.length) }]];
    }),
  );
}

export type TemplateMaker = {
  /** Beside those of letterhead and end. */
  fields: TemplateFields;
  /** What no template of the kind may leave out. */
  required: readonly string[];
  pattern: (issuer: IssuerFacts, date: PlainDate) => OfficialDocument;
};

/** With the office's own name, for whose width the lines under it are drawn. */
export const measuredFor =
  (values: TemplateValues) =>
  (text: string): string =>
    text.replace(/\{([a-z_]+)\}/gi, (whole, name: string) => {
      const value = values[name.toLowerCase()];
      return typeof value !== 'string' ? whole : name === name.toUpperCase() ? capitals(value) : value;
    });
