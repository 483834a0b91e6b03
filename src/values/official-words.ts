import type { DocumentForm } from './document-form.ts';
import type { Letterhead, OfficialDocument, PassageLevel, SigningLine } from './official-document.ts';
import type { PlainDate } from './plain-date.ts';
import { roman } from './roman.ts';
import { upperFirst } from './vietnamese.ts';

/** The lines of an official document whose wording the form fixes. */

export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** Điểm are lettered as the Vietnamese alphabet goes; ă, â, ê, ô, ơ, ư are not used. */
const pointLetters = 'abcdđeghiklmnopqrstuvxy';

const pointLetter = (number: number): string => {
  const letters = [...pointLetters];
  return (letters[(number - 1) % letters.length] ?? 'a').repeat(Math.ceil(number / letters.length));
};

/** What numbers a passage, with the space after it: "Điều 3. ", "II. ", "1. ", "đ) ", "- ", "Chương IV". */
export function passageLabel({ words }: DocumentForm, level: PassageLevel, number: number): string {
  const labels: Record<PassageLevel, string> = {
    part: `Phần ${roman(number)}`,
    chapter: `Chương ${roman(number)}`,
    section: `Mục ${number}`,
    subsection: `Tiểu mục ${number}`,
    article: `Điều ${number}. `,
    roman: roman(number) + words.romanMark,
    clause: `${number}. `,
    point: `${pointLetter(number)}) `,
    dash: '- ',
  };
  return labels[level];
}

/** Whose label stands on a line of its own, with the title in capitals below it. */
export const standsAlone = (level: PassageLevel): boolean =>
  ['part', 'chapter', 'section', 'subsection'].includes(level);

/** "05", "12": numbers below ten have a zero before them. */
const padded = (number: string): string => (/^\d$/.test(number) ? `0${number}` : number);

/** The number and symbol, as other documents name it: "05/QĐ-UBND", "127-QĐ/TW"; with room where the number is not given yet. */
export function numberAndSymbol({ words }: DocumentForm, { number, symbol }: Letterhead): string {
  return `${number === null ? '      ' : padded(number)}${words.number.between}${symbol}`;
}

export const numberLine = (form: DocumentForm, head: Letterhead): string =>
  `${form.words.number.word} ${numberAndSymbol(form, head)}`;

/** Days below ten and the months 1 and 2 have a zero before them, other months none. */
export function longDay(date: PlainDate, dayOpen = false): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${dayOpen ? '     ' : day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** Without a number the day is left open. */
export const dayWords = ({ number, date, dateWords }: Letterhead): string =>
  dateWords ?? longDay(date, number === null);

export const placeAndDate = (head: Letterhead): string => `${head.place}, ${dayWords(head)}`;

export const aboutLine = ({ words }: DocumentForm, { kind, about }: OfficialDocument): string =>
  kind === null ? lettersSubject(words.letterAbout, about.replace(/^(?:v\/v|về việc)\s+/iu, '')) : about;

const lettersSubject = (before: string, about: string): string => (before === '' ? upperFirst(about) : before + about);

/** What a template has for the authority to sign is filled in with its mark. */
export const signingLine = ({ words }: DocumentForm, { as, text }: SigningLine): string =>
  (as === undefined || text.startsWith('{') ? '' : words.signing[as]) + capitals(text);

/** A list or a block of a template is filled in with the marks that it wants. */
const bringsItsMarks = (text: string): boolean => /^\{[#@]/.test(text);

/** Each with the mark that the form wants at its end. */
export function basisLines({ words }: DocumentForm, bases: readonly string[]): string[] {
  const { dash, between, last } = words.bases;
  return bases.map((text, at) =>
    bringsItsMarks(text)
      ? text
      : (dash ? '- ' : '') + text.replace(/[\s.;,]+$/u, '') + (at === bases.length - 1 ? last : between),
  );
}

/** Nơi nhận: "- Như trên;" first where it goes to somebody, the archive last. */
export function recipientLines({ words, issuedBy }: DocumentForm, document: OfficialDocument): string[] {
  const { between, archive } = words.recipients;
  const isTemplate = document.recipients.some(bringsItsMarks);
  const asAbove = document.to?.length && !isTemplate && !document.recipients.includes('Như trên') ? ['Như trên'] : [];
  const others = [...asAbove, ...document.recipients].map((text) =>
    bringsItsMarks(text) ? text : `- ${text.replace(/[\s.;,]+$/u, '')}${between}`,
  );
  const drafter = document.drafter && issuedBy === 'state' ? ` ${document.drafter}` : '';
  return [...others, `- ${archive}${document.archive}.${drafter}`];
}

/** "Phụ lục", or "Phụ lục II" where there is more than one. */
export function appendixWord({ words }: DocumentForm, number: number, of: number): string {
  if (of < 2) return 'Phụ lục';
  return `Phụ lục ${words.appendixNumbers === 'roman' ? roman(number) : number}`;
}

/** "(Kèm theo Quyết định số 2013/QĐ-UBND ngày 13 tháng 10 năm 2022 của …)": on an electronic document its number is left open. */
export function attachedTo(form: DocumentForm, { head, kind }: OfficialDocument): string {
  const comma = form.issuedBy === 'party' ? ',' : '';
  return `(Kèm theo ${kind ?? 'Công văn'} số ${numberAndSymbol(form, head)}${comma} ${dayWords(head)} của ${head.issuer})`;
}

/** The last words of the body: "./." or "." in place of whatever mark stands there. */
export const ended = ({ body }: DocumentForm, text: string): string =>
  bringsItsMarks(text) ? text : text.replace(/[\s.;,:/]+$/u, '') + body.end;
