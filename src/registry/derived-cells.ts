import { blank, type FigureKey, type FigureValue, figureKey } from './figure.ts';
import { evaluate, type Formula, isFault, parseFormula, type Reference, referencesOf } from './formula.ts';

/** Figures that follow from others by the formula of their indicator. */

export type Formulas = ReadonlyMap<string, Formula>;

/** A formula that cannot be read any more computes nothing. */
export const formulasOf = (texts: Iterable<readonly [string, string]>): Formulas =>
  new Map(
    [...texts].flatMap(([id, text]) => {
      const formula = parseFormula(text);
      return isFault(formula) ? [] : [[id, formula] as const];
    }),
  );

/** Those whose parts are there, asked for or reported or computed themselves: what cannot be computed is typed as any other. */
export function computable(formulas: Formulas, there: ReadonlySet<string>): Formulas {
  const able = (id: string, above: readonly string[]): boolean => {
    const formula = formulas.get(id);
    if (!formula || above.includes(id)) return false;
    return referencesOf(formula).every(
      ({ indicatorId }) => there.has(indicatorId) || able(indicatorId, [...above, id]),
    );
  };
  return new Map([...formulas].filter(([id]) => able(id, [])));
}

/** @param known what is typed or reported; undefined where there is no such figure */
export function deriveFigure(
  key: FigureKey,
  formulas: Formulas,
  known: (key: FigureKey) => FigureValue | undefined,
): FigureValue {
  const above = new Set<string>();
  const find = (of: FigureKey): FigureValue => {
    const formula = formulas.get(of.indicatorId);
    if (!formula) return known(of) ?? otherSpan(of, known);
    const id = figureKey(of);
    // A circle is refused where formulas are written; one that is there all the same gives nothing.
    if (above.has(id)) return blank;
    above.add(id);
    const result = evaluate(formula, (reference: Reference) =>
      find({ ...of, indicatorId: reference.indicatorId, line: reference.line ?? of.line }),
    );
    above.delete(id);
    return result;
  };
  return find(key);
}

/** What stands as it is at the end of the days is asked for once and is the same to date. */
const otherSpan = (key: FigureKey, known: (key: FigureKey) => FigureValue | undefined): FigureValue =>
  (key.span === 'toDate' ? known({ ...key, span: 'period' }) : undefined) ?? blank;
