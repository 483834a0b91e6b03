/** A part of a list: `limit` rows after the first `offset`. */
export type PageOf = { offset: number; limit: number };

export type Order = 'asc' | 'desc';

/** A choice of a filter with the number of rows it has under the other filters now set. */
export type FilterChoice = { value: string; label: string; count: number };
