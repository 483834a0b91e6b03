import type { ArchiveEntry } from '../../files/archive/tar.ts';
import type { Manifest, Sums, TableSum } from '../../registry/archive.ts';
import { verifyChain } from '../../store/audit.ts';
import { askingThrough, type Db, newClient } from '../../store/database.ts';
import { makeFormOf, migrationsIn } from '../../store/migrate.ts';
import {
  isEmpty,
  makeReady,
  makeWhole,
  putJobs,
  putRows,
  rowsOf,
  type SetAside,
  setSequence,
  settleForms,
  wholeTables,
} from '../../store/whole-tables.ts';
import { Refusal } from '../../values/refusal.ts';
import type { FileSettings } from '../stored-files/places.ts';
import { type BroughtFiles, bringFiles } from './bring-files.ts';
import { compareSums, readArchive } from './read.ts';
import { inParts, summing } from './sums.ts';

type Client = ReturnType<typeof newClient>;

export type RestoreTarget = {
  db: Db;
  /** Where attachments go. */
  files: FileSettings;
  migrationsFolder: string;
  /** Looks at the installation's key before anything is stored; what it gives writes it, before all is kept. */
  settleKey: (secretKey: Buffer | null) => Promise<() => Promise<void>>;
};

export type Restored = Pick<Sums, 'files' | 'damaged'> & {
  manifest: Manifest;
  rows: number;
  actions: number;
  jobs: number;
};

/**
 * Everything of an archive into a database that holds nothing, in one transaction. It is kept only where each table that came out is
 * the one that went in, to the last letter, and no deed of the audit log is missing or altered.
 */
export async function restoreArchive(target: RestoreTarget, entries: AsyncIterable<ArchiveEntry>): Promise<Restored> {
  const client = newClient(target.db);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await settleForms(client);
    await client.query('begin');
    const files = bringFiles(askingThrough(client), target.files);
    const restored = await fill(client, target, files, entries)
      .then(async (done) => {
        await client.query('commit');
        return done;
      })
      .catch(async (error: unknown) => {
        await files.takeBack().catch(() => undefined);
        throw error;
      });
    await client.query('analyze');
    return restored;
  } finally {
    // What was not committed is gone with the connection.
    await client.end();
  }
}

async function fill(
  client: Client,
  target: RestoreTarget,
  files: BroughtFiles,
  entries: AsyncIterable<ArchiveEntry>,
): Promise<Restored> {
  let aside: SetAside[] = [];
  let writeKey = async (): Promise<void> => undefined;
  let jobs: readonly string[] = [];
  const { manifest, sums } = await readArchive(entries, {
    begin: async (begun, secretKey) => {
      writeKey = await target.settleKey(secretKey);
      aside = await makeTables(client, target, begun);
    },
    rows: (table, lines) => putRows(client, table, lines),
    file: files.bring,
    jobs: async (lines) => {
      jobs = lines;
    },
  });
  for (const hash of sums.damaged) await files.miss(hash);
  await makeWhole(client, manifest.tables, aside);
  for (const [name, last] of Object.entries(sums.sequences)) await setSequence(client, name, last);
  const actions = await prove(client, manifest, sums);
  await files.prove();
  if (jobs.length > 0) await putJobs(client, jobs);
  await writeKey();
  return { manifest, rows: rowsIn(sums), files: sums.files, damaged: sums.damaged, actions, jobs: jobs.length };
}

export const rowsIn = ({ tables }: Sums): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);

async function makeTables(
  client: Client,
  { migrationsFolder }: RestoreTarget,
  { migration, tables }: Manifest,
): Promise<SetAside[]> {
  const program = (await migrationsIn(migrationsFolder)).length;
  if (migration > program) throw new Refusal('archiveNewer', { archive: migration, program });
  if (!(await isEmpty(client))) throw new Refusal('databaseNotEmpty');
  await makeFormOf(askingThrough(client), migrationsFolder, migration);
  const made = await wholeTables(client);
  if (JSON.stringify(made) !== JSON.stringify(tables)) throw new Refusal('archiveForeign');
  return makeReady(client, made);
}

/** Reads all that was stored once more. Gives how many deeds the audit log holds. */
async function prove(client: Client, manifest: Manifest, sums: Sums): Promise<number> {
  const found = new Map<string, TableSum>();
  for (const table of manifest.tables) {
    const { add, sum } = summing();
    for await (const lines of inParts(rowsOf(client, table))) add(lines);
    found.set(table.name, sum());
  }
  compareSums(manifest, sums, (table) => found.get(table) ?? summing().sum());
  const { actions, faults } = await verifyChain(askingThrough(client));
  if (faults[0]) throw new Refusal('archiveBroken', { where: `action ${faults[0].actionId ?? faults[0].position}` });
  return actions;
}
