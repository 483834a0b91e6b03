import type { ArchiveEntry } from '../../files/archive/tar.ts';
import {
  type ArchivedTable,
  archiveFormat,
  entryNames,
  type Manifest,
  partName,
  type Sums,
  type TableSum,
} from '../../registry/archive.ts';
import { askingThrough, type Db, newClient } from '../../store/database.ts';
import { withoutMigrating } from '../../store/migrate.ts';
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
import { inParts, summing, textOf } from './sums.ts';

type Client = ReturnType<typeof newClient>;
/** @param secretKey goes along only into what is sealed */
export type ArchiveSource = { db: Db; at: Date; secretKey: Buffer | null };

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/**
 * Everything, as it was in one moment: one transaction reads it all in one snapshot, and whoever works meanwhile neither waits nor is
 * seen. At no time there is more of it in memory than a part.
 */
export async function* archiveOf({ db, at, secretKey }: ArchiveSource): AsyncGenerator<ArchiveEntry> {
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
    if (await hasJobs(client)) {
      const lines = await Array.fromAsync(linesOf(client, undoneJobs));
      if (lines.length > 0) yield { name: entryNames.jobs, content: Buffer.from(textOf(lines)) };
    }
    const sums: Sums = { tables, sequences: await sequences(client) };
    yield { name: entryNames.sums, content: json(sums) };
  } finally {
    await client.end();
  }
}

async function beginSnapshot(client: Client, at: Date): Promise<Manifest> {
  await settleForms(client);
  const own = askingThrough(client);
  return withoutMigrating(own, async () => {
    await client.query('begin isolation level repeatable read read only');
    const { migration, version } = await databaseVitals(own);
    if (migration === 0) throw new Refusal('databaseAbsent');
    const tables = await wholeTables(client);
    await holdTables(client, tables);
    return { format: archiveFormat, madeAt: at.toISOString(), migration, postgres: version, tables };
  });
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
