import type { LaidBlock, LaidTable } from '../../values/laid-document.ts';
import { isBlank, key, type Line, linesOf } from './lines.ts';

/** Boxes 1 to 5b, 10 and 14, as far as they are there. */
export type HeadParts = {
  nation: Line | undefined;
  motto: Line | undefined;
  /** The line under the motto; undefined where none is drawn. */
  nationRule: number | null | undefined;
  parents: Line[];
  issuers: Line[];
  issuerRule: number | null | undefined;
  number: Line | undefined;
  letterAbout: Line[];
  urgency: Line | undefined;
  placeDate: Line | undefined;
  /** How many blocks it takes. */
  length: number;
};

export const isNation = (text: string): boolean =>
  /cong h\S* xa h\S* chu nghia|^dang cong san viet nam/.test(key(text));
const isMotto = (text: string): boolean => /doc lap.*hanh phuc/.test(key(text));
const isNumber = (text: string): boolean => /^so\s*:?\s*[\d….\s]*[/-]|^so\s*:/.test(key(text));
const isPlaceDate = (text: string): boolean => /ngay.*thang.*nam/.test(key(text));
const urgencies = ['hoa toc', 'thuong khan', 'khan', 'hoa toc hen gio'];
const isUrgency = (text: string): boolean => urgencies.includes(key(text));

const isHeadLine = (text: string): boolean => [isNation, isMotto, isNumber, isPlaceDate].some((is) => is(text));

/** A letterhead stands in the first blocks, in a table of two columns or in lines parted by tabs. */
const searched = 8;

export function headParts(blocks: readonly LaidBlock[]): HeadParts {
  const at = blocks.slice(0, searched).findIndex((block) => block.kind === 'table' && isHeadTable(block));
  const table = blocks[at];
  if (table?.kind === 'table') {
    const sides = sidesOf(table);
    return { ...partsOf(sides.left, sides.right), length: at + 1 };
  }
  const lines = loose(blocks);
  return { ...partsOf(lines.left, lines.right), length: lines.length };
}

const isHeadTable = (table: LaidTable): boolean => {
  const { left, right } = sidesOf(table);
  return [...left, ...right].some(({ text }) => isHeadLine(text));
};

function sidesOf({ rows }: LaidTable): { left: Line[]; right: Line[] } {
  const side = (at: number): Line[] =>
    rows.flatMap(({ cells }) => (cells.at(at)?.paragraphs ?? []).flatMap((paragraph) => linesOf(paragraph)));
  return rows.every(({ cells }) => cells.length < 2)
    ? { left: [], right: side(0) }
    : { left: side(0), right: side(-1) };
}

/** A letterhead without a table: a tab parts left from right. */
function loose(blocks: readonly LaidBlock[]): { left: Line[]; right: Line[]; length: number } {
  const sides = { left: [] as Line[], right: [] as Line[], length: 0 };
  for (const [at, block] of blocks.slice(0, searched).entries()) {
    if (block.kind !== 'paragraph') break;
    for (const line of linesOf(block)) {
      if (!isHeadLine(line.text) && !line.runs.some(({ text }) => text.includes('\t'))) continue;
      const parted = tabbed(line);
      const isRight = isNation(line.text) || isMotto(line.text) || isPlaceDate(line.text);
      if (parted) {
        sides.left.push(parted.left);
        sides.right.push(parted.right);
      } else (isRight ? sides.right : sides.left).push(line);
      sides.length = at + 1;
    }
  }
  return sides;
}

function tabbed(line: Line): { left: Line; right: Line } | undefined {
  const at = line.runs.findIndex(({ text }) => text.includes('\t'));
  const run = line.runs[at];
  if (!run) return undefined;
  const [before = '', ...after] = run.text.split(/\t+/u);
  const of = (runs: Line['runs']): Line => ({
    ...line,
    runs,
    text: runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  });
  const left = of([...line.runs.slice(0, at), { ...run, text: before }]);
  return isBlank(left)
    ? undefined
    : { left, right: of([{ ...run, text: after.join(' ') }, ...line.runs.slice(at + 1)]) };
}

/** "TỈNH …" below "ỦY BAN NHÂN DÂN" is the rest of one name. */
const goesOn = /^(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|và|trung ương)(?:\s|$)/iu;
const isBold = ({ runs }: Line): boolean => runs.every(({ text, bold }) => bold || text.trim() === '');

function partsOf(left: readonly Line[], right: readonly Line[]): Omit<HeadParts, 'length'> {
  const numberAt = left.findIndex(({ text }) => isNumber(text));
  const above = numberAt < 0 ? left : left.slice(0, numberAt);
  const names = above.filter((line) => !isBlank(line) && line.text !== '*');
  const below = numberAt < 0 ? [] : left.slice(numberAt + 1).filter((line) => !isBlank(line));
  const motto = right.find(({ text }) => isMotto(text));
  const nation = right.find(({ text }) => isNation(text));
  return {
    ...{ nation, motto, ...namesIn(names) },
    nationRule: ruleIn(right),
    issuerRule: above.some(({ text }) => text === '*') ? null : ruleIn(above),
    number: left[numberAt],
    letterAbout: below.filter(({ text, paragraph }) => !isUrgency(text) && !paragraph.framed && !isPlaceDate(text)),
    urgency: below.find(({ text }) => isUrgency(text)),
    placeDate: [...right, ...left].find(({ text }) => isPlaceDate(text)),
  };
}

function namesIn(names: readonly Line[]): { parents: Line[]; issuers: Line[] } {
  let first = names.length - 1;
  while (first > 0 && goesOn.test(names[first]?.text ?? '')) first--;
  // A long name goes on over several bold lines; what is not bold above it is the body above.
  while (first > 0 && isBold(names[first - 1] as Line) && !opensName(names[first]?.text ?? '')) first--;
  return { parents: names.slice(0, Math.max(first, 0)), issuers: names.slice(Math.max(first, 0)) };
}

const opensName = (text: string): boolean =>
  /^(?:s[oở]|văn phòng|phòng|ban|chi cục|cục|trung tâm|ủy ban|uỷ ban|hội đồng|thanh tra|viện|trường|bệnh viện)(?:\s|$)/iu.test(
    text,
  );

const ruleIn = (lines: readonly Line[]): number | null | undefined => {
  const ruled = lines.find((line) => line.ruled !== false);
  return ruled === undefined || ruled.ruled === false ? undefined : ruled.ruled;
};
