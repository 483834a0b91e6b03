import type { DutyRecord } from '../../../src/registry/duty.ts';

/** What a duty is called: its own words, or the first sentence it comes from. */
export const contentOf = ({ content, origins }: Pick<DutyRecord, 'content' | 'origins'>): string =>
  content ?? origins[0]?.quote ?? '';
