import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSeed } from '../registry/seed/seed.ts';
import type { Db } from '../store/database.ts';
import { putSeed } from '../store/seed.ts';
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

/** The seed of the country, and that of the demo province, which needs what the first says of every province. */
export const countrySeed = (files: SeedFiles) => ({ name: 'agencySeed', files, suffix: '' });
export const demoSeed = (files: SeedFiles, demo: SeedFiles) => {
  const every = Object.entries(files).filter(([name]) => ofEveryProvince.test(name));
  return { name: 'demoAgencySeed', files: joined(Object.fromEntries(every), demo), suffix: '.demo' };
};

/** Puts a seed into the register where it is not there yet in this form. Gives true where it did. */
export async function loadSeed(
  db: Db,
  { name: settingName, files, suffix }: ReturnType<typeof countrySeed>,
): Promise<boolean> {
  const revision = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  if ((await findSetting(db, settingName)) === revision) return false;
  const seed = readSeed(files, suffix);
  await db.transaction().execute(async (trx) => {
    await putSeed(trx, seed);
    await putSetting(trx, settingName, revision);
  });
  return true;
}
