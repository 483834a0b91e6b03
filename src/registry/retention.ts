/**
 * For how many days what names people is kept where it is no record of the work. What was done and decided, by whom, is kept with the
 * record for as long as that is (NĐ 30/2020), and so stands here nowhere.
 */
export type RetentionRules = {
  /** What somebody was told. */
  noticeDays: number;
  /** Of somebody who has left, what only served their signing in and their being told. */
  departedDays: number;
  /** Links that were used or ended, calls to webhooks, files that were refused: long enough to look into what went wrong. */
  traceDays: number;
};

/** At least the three months for which logs are kept at security level 3 (TCVN 14423:2026, 5.8). */
export const usualRetention: RetentionRules = { noticeDays: 730, departedDays: 90, traceDays: 95 };
