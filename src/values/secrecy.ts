import { Secrecy } from './finding.ts';

/** The highest of several marks of state secrecy; null where there is none. */
export const highestSecrecy = (marks: readonly (Secrecy | null)[]): Secrecy | null =>
  Secrecy.options.findLast((level) => marks.includes(level)) ?? null;
