import type { Secrecy } from '../../values/finding.ts';
import { highestSecrecy } from '../../values/secrecy.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { Line } from '../text/line.ts';
import { enclosureOf } from './document-number.ts';
import { letterheadLines } from './letterhead.ts';
import { namesKind } from './title.ts';

/** How far from a document's beginning its mark can stand. */
const reach = 40;
/** And from the line that says what an enclosed document belongs to. */
const nearby = 6;

const levels: Record<string, Secrecy> = { mật: 'confidential', 'tối mật': 'secret', 'tuyệt mật': 'topSecret' };

const level = 'tuyệt mật|tối mật|mật';
/** Urgency shares its place with it; copies are numbered below it; a frame is drawn around it, or written with signs. */
const beside = String.raw`(?:\s*[-–/,;.]?\s*(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn))?`;
const copy = String.raw`(?:\s*[-–,;:.(]*\s*bản số\s*:?\s*[\d.…/]*\s*\)?)?`;
const frame = String.raw`[\s|*[\](){}<>"“”_+=~.:;,–—─│┌┐└┘-]*`;
const alone = new RegExp(`^${frame}(?<level>${level})${beside}${copy}${frame}$`, 'iu');
const besideUrgency = new RegExp(
  String.raw`^${frame}(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn)\s*[-–/,;.]?\s+(?<level>${level})${frame}$`,
  'iu',
);
/** A form that names all levels for somebody to choose has chosen none. */
const labelled = new RegExp(
  String.raw`^${frame}(?:dấu\s+)?(?:chỉ\s+)?(?:mức\s+)?độ\s+(?:bảo\s+)?mật\s*:\s*["“(]?(?<level>${level})(?!\p{L})(?!\s*[/,;|]\s*(?:${level}|thường|không)(?!\p{L}))`,
  'iu',
);
const behindNumber = new RegExp(String.raw`^Số\s*:?\s*\d.{0,40}\((?<level>${level})\)`, 'iu');

/** The highest mark of a state secret at a document's head: a line or box of its own, never words of a sentence or title. */
export function secrecyOf(lines: Line[]): Secrecy | null {
  const front = letterheadLines(lines.slice(0, reach));
  const kind = front.findIndex(({ full }) => namesKind(full.text));
  const textOf = ({ full }: Line): string => full.text;
  return highestSecrecy([
    ...marksIn(front.map(textOf), kind === -1 ? front.length : kind),
    ...marksIn(enclosedHeads(lines).map(textOf), 0),
  ]);
}

/** The highest mark in page headers and footers, which stand on every page: a line of its own in capitals, or one that names the level. */
export function secrecyOfEdges(edges: readonly string[]): Secrecy | null {
  return highestSecrecy(marksIn(edges, 0));
}

/** Whether a line is nothing but such a mark, as above a letterhead. */
export const isSecrecyMark = (line: Line): boolean => markOf(line.full.text, false) !== undefined;

/** What is issued together with a document has a head of its own, and may be marked where the decision is not. */
function enclosedHeads(lines: Line[]): Line[] {
  const near = new Set<number>();
  for (const [at, { full }] of lines.entries())
    if (at >= reach && enclosureOf(full.text)) for (let by = -nearby; by <= nearby; by++) near.add(at + by);
  return lines.filter((_, at) => near.has(at));
}

/** A mark that a box breaks, "TUYỆT" above "MẬT", is one; the end of a broken title, "… BẢO" above "MẬT", is none. */
function marksIn(lines: readonly string[], kind: number): Secrecy[] {
  return lines.flatMap((text, at) => {
    const above = lines[at - 1]?.trim() ?? '';
    if (/^(?:TUYỆT|TỐI)$/u.test(above)) return markOf(`${above} ${text}`, false) ?? [];
    if (/(?:^|\s)(?:bảo|bí|cơ|giải|độ|trái|hương)$/iu.test(above)) return [];
    return markOf(text, at < kind) ?? [];
  });
}

/** @param aboveKind in small letters a word alone may be a cell of a table, but not in the letterhead */
function markOf(line: string, aboveKind: boolean): Secrecy | undefined {
  const text = closed(squeeze(line));
  const mark = alone.exec(text) ?? besideUrgency.exec(text);
  const word = mark?.groups?.level;
  if (word !== undefined && (aboveKind || word === word.toUpperCase())) return levels[word.toLowerCase()];
  const said = (labelled.exec(text) ?? behindNumber.exec(text))?.groups?.level;
  return said === undefined ? undefined : levels[said.toLowerCase()];
}

/** "M Ậ T", "T Ố I  M Ậ T": letters set apart to fill a stamp. */
const closed = (text: string): string =>
  text.replace(/(?<!\p{L})(?:T\s?(?:U\s?Y\s?Ệ\s?T|Ố\s?I)\s+)?M\s?Ậ\s?T(?!\p{L})/gu, (mark) =>
    mark.replace(/\s/gu, '').replace(/(?<=.)MẬT$/u, ' MẬT'),
  );
