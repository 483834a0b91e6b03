import type { DoubtReason } from '../../values/note.ts';

/**
 * How much each sign takes from the log-odds that a finding is right. Fitted to annotated documents as a logistic
 * regression whose weights may only take away, so that more doubt never makes a finding surer; docs/decisions/012.
 */

export type TargetKind = 'cell' | 'list' | 'sentence' | 'condition';
export type TaskKind = 'row' | 'named' | 'underHeading' | 'nobody';

/** Log-odds of a finding without any sign, by how it was found. */
export const targetBase: Record<TargetKind, number> = { cell: 4.8, list: 3.7, sentence: 3.1, condition: 2.7 };
export const taskBase: Record<TaskKind, number> = { row: 3.6, underHeading: 3.3, nobody: 3, named: 2.5 };

export const signWeight: Record<DoubtReason, number> = {
  unitUnusual: -2,
  nameOdd: -1.8,
  changeUnclear: -1.4,
  nameShort: -1.4,
  nameLong: -0.8,
  outsideTargets: -0.6,
  otherNumbers: -0.5,
  countsAdded: -0.5,
  fewTargets: -0.4,
  allowance: -0.4,
  yearBorrowed: -0.1,
  comparatorUnread: -0.1,
  taskShort: -2.3,
  noAction: -1.5,
  cutStart: -1.3,
  doersUnread: -1.2,
  headerIncomplete: -0.9,
  timeInText: -0.6,
  opensWithCondition: -0.6,
  coordUnread: -0.4,
  everybody: -0.4,
  statement: -0.4,
  manyDoers: -0.3,
  introduces: -0.2,
  neighboursUnsure: -1.2,
};

export const noteWeight = { error: -2, warning: -1, info: 0 };
/** A word in which recognition was not sure. */
export const doubtWeight = -0.5;

/** Below this a finding gets a note that says why. */
export const threshold = 0.85;
