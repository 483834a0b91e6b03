import type { ListedPost } from '../../../src/api/people.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import type { Words } from '../../words/vi.ts';

/** A post in words; its days where they say more than "now, and still". */
export function postWords(post: ListedPost, today: PlainDate, { people: own }: Words): string {
  const days = [
    post.validFrom > today && own.from(formatDate(post.validFrom)),
    post.validUntil && own.until(formatDate(post.validUntil)),
  ].filter(Boolean);
  return [`${own.roles[post.role]}, ${post.agencyName}`, ...days].join(', ');
}
