import type { Formulas } from './derived-cells.ts';
import { deriveWhole, type WholePart } from './derived-wholes.ts';
import { referencesOf } from './formula.ts';
import { isWhole, type LineFacts, type Numbers, type SubjectOfFigures, type WholeLine } from './line-facts.ts';

/** The lines of a round that follow from others by formula, for all agencies together. */

type Line = LineFacts | WholeLine;
type Of = 'value' | 'toDate' | 'before' | 'beforeToDate';
/** Of what stands as it is there is one number, which is that since the year began, too. */
const inItsPlace: Partial<Record<Of, Of>> = { toDate: 'value', beforeToDate: 'before' };

type Derived = {
  subjects: readonly SubjectOfFigures[];
  formulas: Formulas;
  /** In words, by indicator. */
  words: ReadonlyMap<string, string>;
};
type Round = { id: string; isWide: (agencyId: string) => boolean };

/** Lines that do not add up get the number that their formula gives; such that nobody was asked for stand behind the others. */
export function withFormulas(lines: readonly Line[], derived: Derived, round: Round): Line[] {
  const known = new Map<string, Line>(lines.map((one) => [keyOf(one.indicator.id, one.line), one]));
  const made = new Map<string, WholeLine>();
  const find = (indicatorId: string, line: string, above: readonly string[]): Line | undefined => {
    const key = keyOf(indicatorId, line);
    const own = known.get(key);
    const said = own && (!isWhole(own) || own.value !== null || own.toDate !== null);
    if (said || above.includes(indicatorId)) return own;
    const subject = derived.subjects.find(({ id }) => id === indicatorId);
    const done = made.get(key) ?? (subject && make(subject, line, [...above, indicatorId]));
    if (done) made.set(key, done);
    return done ?? own;
  };
  const make = (subject: SubjectOfFigures, line: string, above: readonly string[]): WholeLine | undefined => {
    const formula = derived.formulas.get(subject.id);
    if (!formula) return undefined;
    const result = (of: Of) =>
      deriveWhole(formula, line, (part) => partOf(find(part.indicatorId, part.line, above), of, round));
    const [value, toDate] = [result('value'), isSummed(formula, line) ? result('toDate') : undefined];
    const best = toDate ?? value;
    if (!best) return undefined;
    const own = known.get(keyOf(subject.id, line));
    const number = (of: Of, one: WholePart | undefined) =>
      one ? { source: sourceOf(round.id, subject.id, line, of), value: one.value, basis: one.basis } : null;
    return {
      members: own && isWhole(own) ? own.members : [],
      ...{ indicator: subject, line, agencies: best.agencies, plan: null },
      formula: { words: derived.words.get(subject.id) ?? '', wide: best.wide },
      ...{ value: number('value', value), toDate: number('toDate', toDate) },
      before: number('before', value && result('before')),
      beforeToDate: number('beforeToDate', toDate && result('beforeToDate')),
    };
  };
  /** Whether any part is counted since the year began: else both spans are the same number. */
  const isSummed = (formula: Parameters<typeof referencesOf>[0], line: string): boolean =>
    referencesOf(formula).some((one) => {
      const part = find(one.indicatorId, one.line ?? line, []);
      return part !== undefined && part.toDate !== null;
    });
  for (const { id } of derived.subjects) for (const line of linesFor(id, derived, lines)) find(id, line, []);
  const added = [...made].filter(([key]) => !known.has(key)).map(([, one]) => one);
  return [...lines.map((one) => made.get(keyOf(one.indicator.id, one.line)) ?? one), ...added];
}

const keyOf = (indicatorId: string, line: string): string => `${indicatorId}\t${line}`;

const sourceOf = (roundId: string, indicatorId: string, line: string, of: Of) =>
  ({ kind: 'whole', roundId, indicatorId, line, of }) as const;

function partOf(one: Line | undefined, of: Of, { isWide }: Round): WholePart | undefined {
  if (!one) return undefined;
  const place = one[of] === null && !one.indicator.cumulative ? (inItsPlace[of] ?? of) : of;
  const number: Numbers[Of] = one[place];
  if (!number) return undefined;
  const agencies = isWhole(one) ? one.agencies : [one.agencyId];
  // What was before has no basis of its own: as a fact it is no less sure than what it is compared with.
  const basis = 'basis' in number ? number.basis : 'final';
  return { value: number.value, agencies, wide: agencies.every(isWide), basis };
}

/** The parts that a formula can be computed for: those of what it names without a part of its own. */
function linesFor(id: string, { formulas }: Derived, lines: readonly Line[]): Set<string> {
  const found = new Set<string>();
  const walk = (of: string, above: readonly string[]): void => {
    const formula = formulas.get(of);
    const own = lines.filter(({ indicator }) => indicator.id === of).map(({ line }) => line);
    for (const line of own) found.add(line);
    if (!formula || above.includes(of)) return;
    const references = referencesOf(formula);
    if (references.every(({ line }) => line !== null)) found.add('');
    for (const one of references) if (one.line === null) walk(one.indicatorId, [...above, of]);
  };
  walk(id, []);
  return found;
}
