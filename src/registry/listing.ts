import type { PlainDate } from '../values/plain-date.ts';
import type { DocumentState } from './document-state.ts';
import type { ReviewState } from './review-state.ts';

/** A part of a list: `limit` rows after the first `offset`. */
export type PageOf = { offset: number; limit: number };

export type Order = 'asc' | 'desc';

/** Which of all findings there are, over all lists of them alike. */
export type Standing = {
  /** As of this day: only what was in force on it. Without: what is in force today and what is not issued yet. */
  asOf?: PlainDate | undefined;
  /** Of documents in these states; of ended documents also what has ended with them. */
  state?: DocumentState[] | undefined;
  /** Without: those proposed and those accepted. */
  review?: ReviewState[] | undefined;
  /** Also what has ended. */
  ended?: boolean;
};

/** A choice of a filter with the number of rows it has under the other filters now set. */
export type FilterChoice = { value: string; label: string; count: number };
