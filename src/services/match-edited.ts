import type { HeldFinding, HeldTarget } from '../registry/held-finding.ts';
import { matchIndicator } from '../registry/match-indicator.ts';
import type { Edit } from '../registry/review-edits.ts';
import type { Db } from '../store/database.ts';
import { indicatorCatalogue } from './match-indicators.ts';

/** What of a target the matching looks at. */
const wordsOf = ({ record: { name, variant, op, unit, change, base } }: HeldTarget): string =>
  JSON.stringify([name, variant, op, unit, change, base]);

/** A target that is new, or says something else than before; what an officer chose stays. */
function reworded(before: HeldFinding | null, after: HeldFinding | null): after is HeldTarget {
  if (after?.kind !== 'target' || after.indicator?.matchedBy === 'officer') return false;
  return before?.kind !== 'target' || wordsOf(before) !== wordsOf(after);
}

/** Targets that an officer adds or words anew get the indicator that their words say. */
export async function withIndicators<E extends Edit>(db: Db, edits: E[]): Promise<E[]> {
  if (!edits.some(({ before, after }) => reworded(before, after))) return edits;
  const catalogue = await indicatorCatalogue(db);
  return edits.map((edit) => {
    const { before, after } = edit;
    if (!reworded(before, after)) return edit;
    const match = matchIndicator(catalogue, after.record);
    const indicator = match
      ? { id: match.indicatorId, line: match.line, matchedBy: match.by, certainty: match.certainty }
      : null;
    return { ...edit, after: { ...after, indicator } };
  });
}
