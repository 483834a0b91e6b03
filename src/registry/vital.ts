import { z } from 'zod';
import { type VitalWord, vitalWords } from '../values/vital-words.ts';

/** What the doctor looks at, in the order in which it is told: each thing is seen as facts, and judged here. */
export const vitalNames = [
  'database',
  'migrations',
  'backup',
  'logArchive',
  'jobs',
  'attachments',
  'disk',
  'clock',
  'files',
  'fonts',
  'recognition',
  'office',
  'mail',
  'scanner',
] as const;
export const VitalName = z.enum(vitalNames);
export type VitalName = z.infer<typeof VitalName>;

/** `unknown`: it could not be looked at, because of something else that is told too. */
const VitalState = z.enum(['good', 'warning', 'bad', 'unknown']);
type VitalState = z.infer<typeof VitalState>;

type Values = Record<string, string | number>;

/** One thing as it was found; `word` names the sentences (values/vital-words.ts), `values` fill them. */
export const Vital = z.object({
  name: VitalName,
  state: VitalState,
  word: z.enum(vitalWords),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Vital = z.infer<typeof Vital>;

export type VitalFacts = {
  /** `none`: nothing was ever started in this data folder. */
  database:
    | { reached: 'none' }
    | { reached: 'no'; reason: string }
    | { reached: 'yes'; version: number; wrongLetters: { encoding: string; locale: string } | null };
  migrations: { database: number; program: number };
  backup: { lastAt: Date | null; now: Date };
  /** PostgreSQL's own log, kept file by file as it is written: null where nobody set that up. */
  logArchive: { archived: null } | { archived: { lastAt: Date | null; failedAt: Date | null } };
  jobs: { waiting: number; oldestSeconds: number; failed: number };
  /** `checked`: how many were read, as a sample. */
  attachments:
    | { checked: number; total: number; damaged: readonly string[]; place: string }
    | { away: string; reason: string };
  disk: { folder: string; freeBytes: number; totalBytes: number; databaseBytes: number };
  clock: { offSeconds: number };
  files: { open: readonly string[]; unreadable: readonly string[] };
  fonts: { serif: string | null };
  recognition: { missing: string | null };
  office: { program: string | null };
  mail: { server: null } | { server: string; reason: string | null };
  scanner: { clamd: null } | { clamd: string; reason: string | null };
};

type Verdict = { state: VitalState; word: VitalWord; values?: Values };

export const oldestServer = 15;
const gigabyte = 1e9;
/** A nightly backup that failed once is a warning, one that fails for a week is none. */
const backupHours = { warning: 36, bad: 8 * 24 };
const waitedSeconds = 15 * 60;
/** What Word sets in Times New Roman comes out with the same line breaks in these, and all of them have the Vietnamese letters. */
const likeTimes = /^(Times New Roman|Liberation Serif|Tinos)\b/i;

/** Judges each; pure, so that every verdict can be had without a broken machine. */
const judgeVital: { [Name in VitalName]: (facts: VitalFacts[Name]) => Verdict } = {
  database: (facts) => {
    if (facts.reached === 'none') return { state: 'warning', word: 'databaseNone' };
    if (facts.reached === 'no') return { state: 'bad', word: 'databaseUnreached', values: { reason: facts.reason } };
    if (facts.wrongLetters) return { state: 'bad', word: 'databaseLetters', values: facts.wrongLetters };
    const values = { version: facts.version, oldest: oldestServer };
    return facts.version < oldestServer
      ? { state: 'bad', word: 'databaseOld', values }
      : { state: 'good', word: 'databaseReached', values };
  },
  migrations: ({ database, program }) => {
    const values = { database, program };
    if (database > program) return { state: 'bad', word: 'migrationsAhead', values };
    if (database < program) return { state: 'warning', word: 'migrationsBehind', values };
    return { state: 'good', word: 'migrationsDone', values };
  },
  backup: ({ lastAt, now }) => {
    if (lastAt === null) return { state: 'warning', word: 'backupNever' };
    const hours = Math.floor((now.getTime() - lastAt.getTime()) / 3_600_000);
    const state = hours > backupHours.bad ? 'bad' : hours > backupHours.warning ? 'warning' : 'good';
    return { state, word: state === 'good' ? 'backupFresh' : 'backupOld', values: { at: lastAt.toISOString(), hours } };
  },
  logArchive: ({ archived }) => {
    if (archived === null) return { state: 'good', word: 'logArchiveNone' };
    const { lastAt, failedAt } = archived;
    if (failedAt) return { state: 'bad', word: 'logArchiveFails', values: { at: failedAt.toISOString() } };
    if (lastAt === null) return { state: 'warning', word: 'logArchiveEmpty' };
    return { state: 'good', word: 'logArchiveRuns', values: { at: lastAt.toISOString() } };
  },
  jobs: ({ waiting, oldestSeconds, failed }) => {
    const values = { waiting, failed, minutes: Math.round(oldestSeconds / 60) };
    if (failed > 0) return { state: 'warning', word: 'jobsFailed', values };
    if (oldestSeconds > waitedSeconds) return { state: 'warning', word: 'jobsWaiting', values };
    return { state: 'good', word: 'jobsDone', values };
  },
  attachments: (facts) => {
    if ('away' in facts)
      return { state: 'bad', word: 'attachmentsAway', values: { place: facts.away, reason: facts.reason } };
    const { checked, total, damaged, place } = facts;
    return damaged.length > 0
      ? { state: 'bad', word: 'attachmentsDamaged', values: { checked, files: damaged.join('; ') } }
      : { state: 'good', word: 'attachmentsWhole', values: { checked, total, place } };
  },
  disk: ({ folder, freeBytes, totalBytes, databaseBytes }) => {
    const percent = totalBytes === 0 ? 0 : Math.round((freeBytes / totalBytes) * 100);
    const values = { folder, percent, free: inGigabytes(freeBytes), database: inGigabytes(databaseBytes) };
    if (freeBytes < gigabyte) return { state: 'bad', word: 'diskFull', values };
    // An upgrade rewrites tables, a restore lies beside what was: either may want as much again.
    if (freeBytes < 5 * gigabyte || freeBytes < databaseBytes) return { state: 'warning', word: 'diskTight', values };
    return { state: 'good', word: 'diskFree', values };
  },
  clock: ({ offSeconds }) => {
    const seconds = Math.round(Math.abs(offSeconds) * 10) / 10;
    const state = seconds > 30 ? 'bad' : seconds > 2 ? 'warning' : 'good';
    return { state, word: state === 'good' ? 'clockTogether' : 'clockApart', values: { seconds } };
  },
  files: ({ open, unreadable }) => {
    if (open.length > 0) return { state: 'bad', word: 'filesOpen', values: { files: open.join(', ') } };
    if (unreadable.length > 0)
      return { state: 'bad', word: 'filesUnreadable', values: { files: unreadable.join(', ') } };
    return { state: 'good', word: 'filesClosed' };
  },
  fonts: ({ serif }) =>
    serif !== null && likeTimes.test(serif)
      ? { state: 'good', word: 'fontsThere', values: { font: serif } }
      : { state: 'warning', word: 'fontsMissing', values: { font: serif ?? '-' } },
  recognition: ({ missing }) =>
    missing === null
      ? { state: 'good', word: 'recognitionThere' }
      : { state: 'warning', word: 'recognitionMissing', values: { what: missing } },
  office: ({ program }) =>
    program === null
      ? { state: 'warning', word: 'officeMissing' }
      : { state: 'good', word: 'officeThere', values: { program } },
  mail: (facts) => {
    if (facts.server === null) return { state: 'warning', word: 'mailNone' };
    const { server, reason } = facts;
    return reason === null
      ? { state: 'good', word: 'mailAnswers', values: { server } }
      : { state: 'bad', word: 'mailSilent', values: { server, reason } };
  },
  scanner: (facts) => {
    if (facts.clamd === null) return { state: 'warning', word: 'scannerNone' };
    const { clamd, reason } = facts;
    return reason === null
      ? { state: 'good', word: 'scannerAnswers', values: { clamd } }
      : { state: 'bad', word: 'scannerSilent', values: { clamd, reason } };
  },
};

const inGigabytes = (bytes: number): number => Math.round(bytes / (gigabyte / 10)) / 10;

export const vitalOf = <Name extends VitalName>(name: Name, facts: VitalFacts[Name]): Vital => {
  const { state, word, values = {} } = judgeVital[name](facts);
  return { name, state, word, values };
};

/** What hangs on something else that failed. */
export const unknownVital = (name: VitalName): Vital => ({ name, state: 'unknown', word: 'unknown', values: {} });
