import type { DoubtReason } from '../../values/note.ts';

/**
 * How much each sign takes from the log-odds that a finding is right. Fitted to annotated documents as a logistic
 * regression whose weights may only take away, so that more doubt never makes a finding surer; docs/decisions/014.
 */

export type TargetKind = 'cell' | 'list' | 'sentence' | 'condition';
export type TaskKind = 'row' | 'named' | 'underHeading' | 'nobody';

/** Log-odds of a finding without any sign, by how it was found. */
export const targetBase: Record<TargetKind, number> = { cell: 5.2, list: 3.5, sentence: 2.9, condition: 2.5 };
export const taskBase: Record<TaskKind, number> = { row: 5, underHeading: 4, nobody: 3.8, named: 3.1 };

export const signWeight: Record<DoubtReason, number> = {
  nameShort: -2.8,
  tableOdd: -3.2,
  unitUnusual: -1.6,
  nameOdd: -1.8,
  nameLong: -1,
  goesOn: -1,
  shareUnnamed: -0.8,
  otherNumbers: -0.6,
  severalYears: -0.3,
  changeUnclear: -0.5,
  yearBorrowed: -0.5,
  allowance: -0.3,
  comparatorUnread: -0.3,
  countsAdded: -0.3,
  fewTargets: -0.1,
  outsideTargets: -0.2,
  noAction: -1.4,
  cutStart: -1.3,
  opensWithCondition: -1.2,
  timeInText: -1.1,
  taskShort: -1,
  introduces: -0.8,
  doersUnread: -0.4,
  ruleDocument: -1.6,
  headerIncomplete: -0.6,
  statement: -0.6,
  coordUnread: -0.5,
  everybody: -0.2,
  manyDoers: -0.2,
  neighboursUnsure: -1.1,
};

export const noteWeight = { error: -2, warning: -1, info: 0 };
/** A word in which recognition was not sure. */
export const doubtWeight = -0.5;

/** Below this a finding gets a note that says why. */
export const threshold = 0.9;
