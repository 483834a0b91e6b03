import type { ArchiveEntry } from '../../files/archive/tar.ts';
import {
  type ArchivedTable,
  archiveFormat,
  entryNames,
  fileEntryName,
  type Manifest,
  partName,
  type Sums,
  type TableSum,
} from '../../registry/archive.ts';
import { askingThrough, type Db, newClient } from '../../store/database.ts';
import { withoutMigrating } from '../../store/migrate.ts';
import { holdFiles, namedFiles } from '../../store/stored-files.ts';
import { databaseVitals } from '../../store/vitals.ts';
import {
  hasJobs,
  holdTables,
  linesOf,
  rowsOf,
  sequences,
  settleForms,
  undoneJobs,
  wholeTables,
} from '../../store/whole-tables.ts';
import { Refusal } from '../../values/refusal.ts';
import type { StoredFiles } from '../stored-files/stored-files.ts';
import { inParts, summing, textOf } from './sums.ts';

type Client = ReturnType<typeof newClient>;
export type ArchiveSource = {
  db: Db;
  files: Pick<StoredFiles, 'read'>;
  at: Date;
  /** Goes along only into what is sealed. */
  secretKey: Buffer | null;
  /** Hears of attachments that could not be copied. */
  tellDamaged: (hashes: string[]) => void;
};

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/**
 * Everything, as it was in one moment: one transaction reads it all in one snapshot, and whoever works meanwhile neither waits nor is
 * seen. At no time there is more of it in memory than a part.
 */
export async function* archiveOf({
  db,
  files,
  at,
  secretKey,
  tellDamaged,
}: ArchiveSource): AsyncGenerator<ArchiveEntry> {
  const client = newClient(db);
  // A connection that breaks while nobody asks anything is told by the question that comes next.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const manifest = await beginSnapshot(client, at);
    yield { name: entryNames.manifest, content: json(manifest) };
    if (secretKey) yield { name: entryNames.secretKey, content: secretKey };
    const tables: Record<string, TableSum> = {};
    for (const table of manifest.tables) tables[table.name] = yield* partsOf(client, table);
    const found = yield* filesOf(client, files);
    tellDamaged(found.damaged);
    if (await hasJobs(client)) {
      const lines = await Array.fromAsync(linesOf(client, undoneJobs));
      if (lines.length > 0) yield { name: entryNames.jobs, content: Buffer.from(textOf(lines)) };
    }
    const sums: Sums = { tables, ...found, sequences: await sequences(client) };
    yield { name: entryNames.sums, content: json(sums) };
  } finally {
    await client.end();
  }
}

async function beginSnapshot(client: Client, at: Date): Promise<Manifest> {
  await settleForms(client);
  const own = askingThrough(client);
  await holdFiles(own);
  return withoutMigrating(own, async () => {
    await client.query('begin isolation level repeatable read read only');
    const { migration, version } = await databaseVitals(own);
    if (migration === 0) throw new Refusal('databaseAbsent');
    const tables = await wholeTables(client);
    await holdTables(client, tables);
    return { format: archiveFormat, madeAt: at.toISOString(), migration, postgres: version, tables };
  });
}

/**
 * Whatever is named at that moment; a file never changes, so it may be read later. One that is damaged keeps nobody from having a copy of all
 * else. Gives how many there are, and which are not.
 */
async function* filesOf(
  client: Client,
  files: Pick<StoredFiles, 'read'>,
): AsyncGenerator<ArchiveEntry, Pick<Sums, 'files' | 'damaged'>> {
  const found: Pick<Sums, 'files' | 'damaged'> = { files: 0, damaged: [] };
  for await (const { hash } of namedFiles(askingThrough(client))) {
    const content = await files.read(hash).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'fileDamaged') return null;
      throw error;
    });
    if (content) {
      yield { name: fileEntryName(hash), content };
      found.files++;
    } else found.damaged.push(hash);
  }
  return found;
}

async function* partsOf(client: Client, table: ArchivedTable): AsyncGenerator<ArchiveEntry, TableSum> {
  const { add, sum } = summing();
  let nth = 0;
  for await (const lines of inParts(rowsOf(client, table))) {
    add(lines);
    yield { name: partName(table.name, ++nth), content: Buffer.from(textOf(lines)) };
  }
  return sum();
}
