import type { ReviewItem } from '../../../src/registry/review.ts';
import { squeeze } from '../../../src/values/vietnamese.ts';

/** What a finding is called in a list and aloud. */
export function nameOf(item: ReviewItem): string {
  if (item.kind === 'task') return squeeze(item.quote);
  return item.record.variant ? `${item.record.name}, ${item.record.variant}` : item.record.name;
}
