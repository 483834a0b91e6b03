import type { PastFigure, Target } from '../../values/finding.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { Atom } from '../targets/atom.ts';
import type { Quantity } from '../targets/quantity.ts';
import { normalUnit } from '../targets/units.ts';
import { subview, type View, wholeSpan } from '../text/view.ts';
import { basisOfWords } from './basis.ts';
import type { PastColumn } from './past-column.ts';
import { namesTime, type PastTime, pastTimeIn } from './past-time.ts';
import type { Stated } from './stated.ts';

/** A past figure before it is numbered; `target` is the index among the targets it was found with. */
export type FoundFigure = Omit<PastFigure, 'id' | 'targetId'> & { target: number | null };

/** What a row's cell says, read as a target's would be. */
type Cell = Omit<Target, 'id' | 'parentId' | 'confidence' | 'base' | 'year' | 'yearFrom' | 'listed' | 'ordinal'>;

/** @param cell the words of the value's own cell, which may name a time of their own */
export function figureOfCell(
  { span, valueSpan, section, group, name, variant, op, value, value2, of, unit, change, tier, agencies }: Cell,
  { basis, time }: PastColumn,
  cell: string,
  target: number | null,
): FoundFigure | undefined {
  if (value === null) return undefined;
  const own = namesTime(cell) ? (pastTimeIn(cell, null) ?? time) : time;
  const plain = op === '~' && !nearly.test(cell) ? '=' : op;
  const words = { name, variant, op: plain, value, value2, of, unit, change };
  return { span, valueSpan, section, group, ...words, basis, period: own, tier, agencies, target };
}

/** "Ước đạt 45%" says on which basis; how exact the number is says "khoảng". */
const nearly = /khoảng|xấp xỉ|gần|~/iu;

type Place = Pick<FoundFigure, 'section' | 'group' | 'tier' | 'agencies'> & { issuedOn: PlainDate | null };

/** A value that a target's sentence compares it with: it is called as the target is. */
export function figureOfStated(
  stated: Stated,
  { atom, target }: { atom: Atom; target: number },
  view: View,
  place: Place,
): FoundFigure | undefined {
  const { quantity, words, from, to } = stated;
  if (given.test(words) && !namesTime(words)) return undefined;
  const time = timeOf(words, stated, atom, place.issuedOn);
  const same = quantity.kind === atom.quantity?.kind || quantity.kind === 'bare';
  return {
    ...withoutDay(place),
    span: trimmed(view, from, to),
    valueSpan: null,
    name: atom.name,
    variant: atom.variant,
    ...measured(quantity, view.text, atom.name, ranks.test(words) ? 'thứ hạng' : (atom.quantity?.unit ?? null)),
    // A rate is compared with a rate; what an amount grew by is compared with the amount.
    change: same && stated.side === 'previous' && quantity.kind === 'percent' ? atom.change : 'level',
    basis: basisOfWords(words, time, place.issuedOn),
    period: time,
    target,
  };
}

/** "(Trung ương giao 9.200 tỷ đồng)", "(cùng kỳ tăng 5%)": what others set for the same year, or a part of a year nobody names. */
const given = /(?<!\p{L})(?:kế hoạch|nghị quyết|giao|dự toán|cùng kỳ|đầu nhiệm kỳ|trước đây)(?!\p{L})/iu;

const ranks = /(?:xếp hạng|xếp thứ|đứng thứ)\s*$/iu;

/** A number of its own that tells of the past: "hiện có 7 siêu thị", "năm 2023 đạt 7,8%". @param before where the atom before it ends */
export function figureOfAtom(
  atom: Atom,
  quantity: Quantity,
  before: number,
  target: number | null,
  view: View,
  place: Place,
): FoundFigure | undefined {
  const { text } = view;
  const name = atom.name.replace(/\s*\([^()]*$/u, '');
  if (nameless.test(name)) return undefined;
  const opening = Math.max(before, quantity.from - reach);
  const own = text.slice(opening, quantity.at);
  const clause = own.slice(
    Math.max(0, ...[...own.matchAll(/[;.(]\s*/gu)].map(({ index, 0: mark }) => index + mark.length)),
  );
  const behind =
    /^\s*\(?(?:(?:của|vào|trong)\s+)?(?:(?:cuối|đầu)\s+)?năm\s+(?:19|20)\d{2}/iu.exec(
      text.slice(quantity.to, quantity.to + 40),
    )?.[0] ?? '';
  const time =
    pastTimeIn(behind, place.issuedOn) ?? pastTimeIn(clause, place.issuedOn) ?? yearOf(atom) ?? today(place.issuedOn);
  return {
    ...withoutDay(place),
    span: trimmed(view, atom.from, atom.to),
    valueSpan: null,
    name,
    variant:
      atom.variant === null || namesTime(atom.variant) || /^hiện$|^\d+ tháng$/iu.test(atom.variant)
        ? null
        : atom.variant,
    ...measured(quantity, text, name, null),
    change: atom.change,
    basis: basisOfWords(clause.split(/,\s+/u).at(-1) ?? '', time, place.issuedOn),
    period: time,
    target,
  };
}

/** No name but a time, or the word that counts. */
const nameless = /^(?:số|tỷ lệ|\d+ tháng)?$/iu;

const trimmed = (view: View, from: number, to: number): PastFigure['span'] => wholeSpan(subview(view, from, to));

/** How far before its number a sentence may say when. */
const reach = 200;

const withoutDay = ({ section, group, tier, agencies }: Place): Omit<Place, 'issuedOn'> => ({
  section,
  group,
  tier,
  agencies,
});

const yearOf = ({ deadline }: Atom): PastTime | null =>
  deadline ? { from: `${deadline.yearFrom ?? deadline.year}-01-01`, to: `${deadline.year}-12-31` } : null;

/** Without a time a value is how things stood when the document was issued. */
const today = (issuedOn: PlainDate | null): PastTime | null =>
  issuedOn === null ? null : { from: issuedOn, to: issuedOn };

function timeOf(words: string, { side }: Stated, atom: Atom, issuedOn: PlainDate | null): PastTime | null {
  const named = pastTimeIn(words, issuedOn);
  if (named) return named;
  if (/năm (?:trước|ngoái)/iu.test(words)) {
    const year = atom.deadline?.year ?? (issuedOn === null ? undefined : Number(issuedOn.slice(0, 4)));
    return year === undefined ? null : { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
  if (side === 'next' && atom.base !== null) {
    const base = pastTimeIn(atom.base, issuedOn);
    if (base) return base;
  }
  return today(issuedOn);
}

const measured = (
  { op, value, value2, of, unit, from, at }: Quantity,
  text: string,
  name: string,
  fallback: string | null,
): Pick<FoundFigure, 'op' | 'value' | 'value2' | 'of' | 'unit'> => ({
  op: op === '~' && !nearly.test(text.slice(from, at)) ? '=' : op,
  value,
  value2,
  of,
  unit: normalUnit(unit ?? fallback ?? '', name) || null,
});
