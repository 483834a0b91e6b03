import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIndicatorSeed } from '../registry/indicator-seed.ts';
import { readCalendar } from '../registry/seed/calendar.ts';
import { readSeed } from '../registry/seed/seed.ts';
import { putCalendarSeed } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { putIndicators } from '../store/indicators.ts';
import { beginSeed, putSeed, type SeedRows, seedRows } from '../store/seed.ts';
import { findSetting, putSetting } from '../store/settings.ts';

type SeedFiles = Record<string, string>;

/** The texts of a seed's folder by their names. */
export async function readSeedFiles(folder: string): Promise<SeedFiles> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort();
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

const joined = (one: SeedFiles, other: SeedFiles): SeedFiles => {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, `${one[name] ?? ''}\n${other[name] ?? ''}`]));
};

/** What a province has and how it was reorganised: the texts that hold for one more province, too. */
const ofEveryProvince = /^(?:agencies-(?:province|district|commune)|moves|sources)\.txt$/;

/** What an installation begins with, under the setting that keeps which form of it was put in last. */
export type Seed = { name: string; files: SeedFiles; put: (trx: Db) => Promise<void> };

/** A register can be read before there is a database to put it into. */
export type RegisterSeed = Seed & { read: () => SeedRows };

function register(name: string, files: SeedFiles, suffix?: string): RegisterSeed {
  let rows: SeedRows | undefined;
  const read = () => {
    rows ??= seedRows(readSeed(files, suffix));
    return rows;
  };
  return { name, files, read, put: (trx) => putSeed(trx, read()) };
}

/** The seed of the country, and that of the demo province, which needs what the first says of every province. */
export const countrySeed = (files: SeedFiles): RegisterSeed => register('agencySeed', files);
export const demoSuffix = '.demo';
export const demoSeed = (files: SeedFiles, demo: SeedFiles): Seed => {
  const every = Object.entries(files).filter(([name]) => ofEveryProvince.test(name));
  return register('demoAgencySeed', joined(Object.fromEntries(every), demo), demoSuffix);
};

/** The catalogue of indicators, and the days off. */
export const indicatorSeed = (text: string): Seed => ({
  name: 'indicatorSeed',
  files: { 'indicators.tsv': text },
  put: (trx) => putIndicators(trx, readIndicatorSeed(text), { onlyUntouched: true }),
});
export const calendarSeed = (text: string): Seed => ({
  name: 'calendarSeed',
  files: { 'calendar.txt': text },
  put: (trx) => putCalendarSeed(trx, readCalendar(text)),
});

/** Puts a seed in where it is not there yet in this form; what officers have changed stays. Gives true where it did. */
export async function loadSeed(db: Db, { name, files, put }: Seed): Promise<boolean> {
  const revision = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  if ((await findSetting(db, name)) === revision) return false;
  return db.transaction().execute(async (trx) => {
    // Two servers that start together: the second one finds it done.
    await beginSeed(trx);
    if ((await findSetting(trx, name)) === revision) return false;
    await put(trx);
    await putSetting(trx, name, revision);
    return true;
  });
}
