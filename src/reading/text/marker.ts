/** The sign that numbers a passage: "Điều 2.", "I-", "2.1.", "a)", "(3)", "-". */
export type MarkerKind =
  | 'appendix'
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'capital'
  | 'roman'
  | 'decimal'
  | 'letter'
  | 'item'
  | 'dash'
  | 'plus';

export type Marker = {
  kind: MarkerKind;
  /** As section paths show it: "Phụ lục II", "Điều 2", "I", "2.1", "a", "(3)"; empty for dashes. */
  label: string;
  /** For a decimal: how many numbers it has. */
  depth: number;
  /** How many characters of the line it takes, with the space after it. */
  length: number;
};

type Rule = { kind: MarkerKind; pattern: RegExp; label: (match: RegExpExecArray) => string };

const bare = (match: RegExpExecArray): string => match[1] ?? '';
const titled =
  (word: string) =>
  (match: RegExpExecArray): string =>
    match[1] ? `${word} ${match[1]}` : word;

const rules: Rule[] = [
  {
    kind: 'appendix',
    pattern: /^(?:Phụ lục|PHỤ LỤC|Phụ Lục)(?:\s+(?:số\s+|SỐ\s+)?([IVXLC]+|\d{1,3}|[A-Z])(?=[\s.:]|$))?[.:]?\s*/u,
    label: titled('Phụ lục'),
  },
  {
    kind: 'part',
    pattern: /^(?:Phần|PHẦN)\s+((?:thứ\s+)?(?:[IVXLC]+|\d{1,2}|nhất|hai|ba|tư|NHẤT|HAI|BA|TƯ))(?=[\s.:]|$)[.:]?\s*/u,
    label: titled('Phần'),
  },
  { kind: 'chapter', pattern: /^(?:Chương|CHƯƠNG)\s+([IVXLC]+|\d{1,2})(?=[\s.:]|$)[.:]?\s*/u, label: titled('Chương') },
  { kind: 'section', pattern: /^(?:Mục|MỤC)\s+([IVXLC]+|\d{1,2})(?=[\s.:]|$)[.:]?\s*/u, label: titled('Mục') },
  // "Điều I." of a scan is "Điều 1.": it stays as it is written, with a note.
  {
    kind: 'article',
    pattern: /^Điều\s+(\d{1,3}[a-zđ]?|[Il|!]{1,2}|[Il|!]\d|\d[Il|!O])\s*[.:]\s*/u,
    label: titled('Điều'),
  },
  {
    kind: 'roman',
    // "V/v phê duyệt …" is the subject of an official letter, no number.
    pattern: /^(?!V\/v)([IVX][IVXivx]{0,4})\s*(?:[.)/]\s*|[-–]\s+|-(?=\p{Lu}))/u,
    label: (match) => bare(match).toUpperCase(),
  },
  { kind: 'capital', pattern: /^([A-HK-UĐ])(?:[.)](?:\s+|$)|\s?[-–]\s+(?=\p{Lu}{2}))/u, label: bare },
  { kind: 'decimal', pattern: /^(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+(?=\D)/u, label: bare },
  { kind: 'decimal', pattern: /^(\d{1,3})(?:[.)/]|[-–](?=\s))\s*(?=\D|$)/u, label: bare },
  {
    kind: 'item',
    pattern: /^([a-zđ]\s*\.\s*\d{1,2})\s*[.)]\s+(?=\D)/u,
    label: (match) => bare(match).replace(/\s+/g, ''),
  },
  { kind: 'letter', pattern: /^([a-zđ]\d?)\s*(?:[.)/]|-(?=\s))\s*/u, label: bare },
  { kind: 'item', pattern: /^(\(\d{1,3}\)|\([a-zđ]\))(?:[.:](?=\s))?\s*/u, label: bare },
  { kind: 'dash', pattern: /^[-–—•*●▪]\s*(?=\P{N}|\p{N})/u, label: () => '' },
  { kind: 'plus', pattern: /^[+○◦]\s*/u, label: () => '' },
];

/** The marker that a line begins with. */
export function markerOf(line: string): Marker | undefined {
  for (const { kind, pattern, label } of rules) {
    const match = pattern.exec(line);
    if (!match) continue;
    const name = label(match);
    return { kind, label: name, depth: kind === 'decimal' ? name.split('.').length : 1, length: match[0].length };
  }
  return undefined;
}

const ranks: Record<MarkerKind, number> = {
  appendix: 0,
  part: 10,
  chapter: 20,
  section: 30,
  article: 40,
  capital: 50,
  roman: 60,
  decimal: 70,
  letter: 80,
  item: 85,
  dash: 90,
  plus: 95,
};

/** Order of nesting: a higher rank stands inside a lower one. */
export const rankOf = (marker: Marker): number =>
  ranks[marker.kind] + (marker.kind === 'decimal' ? marker.depth - 1 : 0);
