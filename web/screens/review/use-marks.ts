import { useMemo, useRef } from 'react';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { ReviewItem } from '../../../src/registry/review.ts';
import { marksOf } from '../../parts/paper/marks.ts';
import type { Mark } from '../../parts/paper/pieces.ts';

/** What is marked in the source: the findings as they now are, and notes. The same list as long as no place changes. */
export function useMarks(detail: DocumentDetail, queue: readonly ReviewItem[]): Mark[] {
  const targets = queue.flatMap((item) => (item.kind === 'target' ? [item.record] : []));
  const tasks = queue.flatMap((item) => (item.kind === 'task' ? [item.record] : []));
  const places = JSON.stringify(
    [...targets, ...tasks].map((one) => [one.id, one.span, 'valueSpan' in one && one.valueSpan]).sort(),
  );
  const kept = useRef<{ places: string; marks: Mark[] }>(undefined);
  return useMemo(() => {
    if (kept.current?.places === places) return kept.current.marks;
    const marks = marksOf({ ...detail, targets, figures: [], tasks });
    kept.current = { places, marks };
    return marks;
  }, [detail, places, targets, tasks]);
}
