import type { BuildBlock, BuildCell, BuildContent, BuildParagraph } from './docx-builder.ts';

type Lists = NonNullable<BuildContent['lists']>;
type Marker = { format: Lists[string][number][0]; text: string; start: number; length: number };

const romanNumbers = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
];

/** A written number or bullet at the beginning of a text, if Word could have made it. */
function markerOf(text: string): Marker | undefined {
  const bullet = /^([-–+•])\s+/.exec(text);
  if (bullet) return { format: 'bullet', text: bullet[1] ?? '', start: 1, length: bullet[0].length };
  const number = /^(Điều |\(?)([1-9]\d{0,2}|[IVX]+|[a-z])([.)]\.?)(?:\s+|$)/u.exec(text);
  const [whole, before, sign, after] = number ?? [];
  if (whole === undefined || before === undefined || sign === undefined || after === undefined) return undefined;
  const base = { text: `${before}%1${after}`, length: whole.length };
  if (/\d/.test(sign)) return { format: 'decimal', start: Number(sign), ...base };
  const roman = romanNumbers.indexOf(sign);
  if (roman > 0) return { format: 'upperRoman', start: roman, ...base };
  return /[a-z]/.test(sign) ? { format: 'lowerLetter', start: sign.charCodeAt(0) - 96, ...base } : undefined;
}

/** The same content with its written numbers and bullets made by Word, each from a list that begins with that number. */
export function withAutomaticNumbers({ blocks }: BuildContent): BuildContent {
  const lists: Lists = {};

  const paragraph = (source: BuildParagraph): BuildParagraph => {
    const own = typeof source === 'string' ? { text: source } : source;
    const [first, ...others] = own.runs ?? [{ text: own.text }];
    const marker = first && markerOf(first.text);
    if (!first || !marker) return source;
    const name = `${marker.format} ${marker.text} ${marker.start} ${Object.keys(lists).length}`;
    lists[name] = [[marker.format, marker.text, marker.start]];
    return { ...own, runs: [{ ...first, text: first.text.slice(marker.length) }, ...others], number: { list: name } };
  };

  const cell = (source: BuildCell): BuildCell =>
    typeof source === 'string'
      ? { paragraphs: [paragraph(source)] }
      : { ...source, paragraphs: source.paragraphs.map(paragraph) };

  const block = (source: BuildBlock): BuildBlock => {
    if (typeof source === 'string' || !('table' in source)) return paragraph(source);
    const table = source.table.map((row) =>
      Array.isArray(row) ? row.map(cell) : { ...row, cells: row.cells.map(cell) },
    );
    return { ...source, table };
  };

  const numbered = blocks.map(block);
  return { blocks: numbered, lists };
}
