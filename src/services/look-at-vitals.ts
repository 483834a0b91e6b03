import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { findLibreOffice } from '../files/doc/libreoffice.ts';
import { findTesseract } from '../files/scan/tesseract.ts';
import { serifFont } from '../files/written/fonts.ts';
import { greetClamd } from '../outside/clamd.ts';
import { diskSpace, fileRights } from '../outside/machine.ts';
import { greetMailServer } from '../outside/mail.ts';
import { unknownVital, type Vital, type VitalFacts, vitalOf } from '../registry/vital.ts';
import type { Db } from '../store/database.ts';
import { type DatabaseVitals, databaseVitals, jobVitals, lastBackup } from '../store/vitals.ts';
import { Refusal } from '../values/refusal.ts';
import type { Clock } from './clock.ts';
import { sampleFiles } from './stored-files/check.ts';
import type { FileSettings } from './stored-files/places.ts';

/** What the doctor must know of an installation beside its database. */
export type Patient = {
  dataFolder: string;
  /** Files that nobody else may read. */
  secretFiles: readonly string[];
  smtpUrl: string | undefined;
  files: FileSettings;
  clamd: string | undefined;
  /** The last migration that this program brings. */
  migration: number;
  clock: Clock;
};

/** `failed`: why it does not answer; null: there is none yet. */
export type DatabaseFound = { db: Db } | { failed: string } | null;

/** Everything the doctor looks at. It changes nothing and sends nothing. */
export async function lookAtVitals(patient: Patient, database: DatabaseFound): Promise<Vital[]> {
  const [own, machine] = await Promise.all([databaseChecks(patient, database), machineChecks(patient)]);
  return [...own.vitals, vitalOf('disk', await diskFacts(patient, own.bytes)), ...own.later, ...machine];
}

type DatabaseChecks = { vitals: Vital[]; later: Vital[]; bytes: number };

async function databaseChecks(patient: Patient, found: DatabaseFound): Promise<DatabaseChecks> {
  const unasked = (facts: VitalFacts['database']): DatabaseChecks => ({
    vitals: [
      vitalOf('database', facts),
      ...(['migrations', 'backup', 'logArchive', 'jobs', 'attachments'] as const).map(unknownVital),
    ],
    later: [unknownVital('clock')],
    bytes: 0,
  });
  if (found === null) return unasked({ reached: 'none' });
  if ('failed' in found) return unasked({ reached: 'no', reason: found.failed });
  try {
    return await askDatabase(patient, found.db);
  } catch (error) {
    return unasked({ reached: 'no', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function askDatabase({ migration, smtpUrl, files, clock }: Patient, db: Db): Promise<DatabaseChecks> {
  const before = clock.now().getTime();
  const vitals = await databaseVitals(db);
  const after = clock.now().getTime();
  const backup =
    vitals.migration === 0
      ? unknownVital('backup')
      : vitalOf('backup', { lastAt: await lastBackup(db), now: clock.now() });
  return {
    vitals: [
      vitalOf('database', { reached: 'yes', version: vitals.version, wrongLetters: vitals.wrongLetters }),
      vitalOf('migrations', { database: vitals.migration, program: migration }),
      backup,
      vitalOf('logArchive', { archived: vitals.logArchive }),
      vitalOf('jobs', await jobVitals(db, { mail: smtpUrl !== undefined })),
      vitals.migration < migration ? unknownVital('attachments') : vitalOf('attachments', await sampleFiles(db, files)),
    ],
    later: [vitalOf('clock', { offSeconds: apart(vitals, before, after) / 1000 })],
    bytes: vitals.bytes,
  };
}

/** How far the database's clock lies outside of the time in which it was asked. */
const apart = ({ now }: DatabaseVitals, before: number, after: number): number =>
  now < before ? before - now : Math.max(0, now - after);

async function diskFacts({ dataFolder }: Patient, databaseBytes: number): Promise<VitalFacts['disk']> {
  let folder = dataFolder;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return { folder, ...(await diskSpace(folder)), databaseBytes };
}

async function machineChecks({ dataFolder, secretFiles, smtpUrl, clamd }: Patient): Promise<Vital[]> {
  const [files, serif, missing, mail] = await Promise.all([
    fileRights([dataFolder], secretFiles),
    serifFont(),
    missingForScans(),
    mailFacts(smtpUrl),
  ]);
  return [
    vitalOf('files', files),
    vitalOf('fonts', { serif }),
    vitalOf('recognition', { missing }),
    vitalOf('office', { program: findLibreOffice() ?? null }),
    vitalOf('mail', mail),
    vitalOf('scanner', clamd === undefined ? { clamd: null } : { clamd, reason: await greetClamd(clamd) }),
  ];
}

async function missingForScans(): Promise<string | null> {
  try {
    await findTesseract();
    return null;
  } catch (error) {
    return error instanceof Refusal && error.code === 'recognitionMissing' ? String(error.detail.what) : 'tesseract';
  }
}

async function mailFacts(url: string | undefined): Promise<VitalFacts['mail']> {
  if (url === undefined) return { server: null };
  return { server: new URL(url).host, reason: await greetMailServer(url) };
}
