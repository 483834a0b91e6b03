import type { Verb } from '../src/registry/may.ts';
import { type Role, roles } from '../src/registry/post.ts';

/** Written by hand and on purpose a second time: a slip in the table is seen here. One letter a role, in their order. */
const matrix: Record<Verb, string> = {
  readRegister: 'aclhos',
  readReview: 'acl',
  importDocuments: 'c',
  reviewDocuments: 'c',
  issueDocuments: 'c',
  compareDocuments: 'c',
  changeAgencies: 'ac',
  changeIndicators: 'ac',
  reorganise: 'ac',
  changeCalendar: 'ac',
  seeMyWork: 'aclhos',
  seeDuty: 'aclhos',
  assignWork: 'c',
  answerDuty: 'ho',
  divideDuty: 'ho',
  writeProgress: 'ho',
  approveProgress: 'h',
  judgeResult: 'cho',
  raiseObstacle: 'ho',
  answerObstacle: 'clho',
  askDueChange: 'cho',
  decideDueChange: 'clho',
  urge: 'cl',
  askQuestion: 'ls',
  answerQuestion: 'ho',
  manageUsers: 'a',
  changeSettings: 'a',
  manageJobs: 'a',
  readAudit: 'a',
};
const letters: Record<Role, string> = {
  administrator: 'a',
  coordinator: 'c',
  leader: 'l',
  head: 'h',
  officer: 'o',
  supervisor: 's',
};

export const expectedRoles = (verb: Verb): Role[] => roles.filter((role) => matrix[verb].includes(letters[role]));
