import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import type { Db } from '../src/store/database.ts';
import { listDocuments } from '../src/store/documents.ts';
import { readRegisterCounts } from '../src/store/register-counts.ts';
import { countTargetChoices, listTargets, readTargets } from '../src/store/targets.ts';
import { countTaskChoices, listTasks } from '../src/store/tasks.ts';
import { documents, each, fill } from './many-findings.ts';
import { firstPage as first, everyTarget as targets, everyTask as tasks } from './queries.ts';
import { median } from './times.ts';

/**
 * What reading the register as of a past day costs beside reading the present, where a million actions are recorded. Both
 * are measured in turn in the same run; every ratio is one of medians. The day is one on which as much was in force as is
 * today, so that both read equally many rows.
 */

const actions = 1_000_000;
const rounds = 15;
const limit = 1.5;
const day = '2026-01-31';

/** All documents are issued on their day; a tenth of their findings was ended again, and their work is assigned. */
async function issueAll(db: Db): Promise<void> {
  await sql`update document set state = 'issued', valid_from = issued_on`.execute(db);
  for (const kind of ['target', 'task'] as const)
    await sql`update ${sql.table(kind)} f set review = 'accepted', valid_from = d.issued_on,
      valid_until = case when f.position % 10 = 0 then d.issued_on + 300 end
      from document d where d.id = f.document_id`.execute(db);
  await sql`update ${sql.table('target')} set valid_until = null where valid_until > ${day}::date`.execute(db);
  await sql`update ${sql.table('task')} set valid_until = null where valid_until > ${day}::date`.execute(db);
  await sql`insert into agency (id, kind, tier, source) values ('cu', 'department', 'province', 'bench'),
    ('moi', 'department', 'province', 'bench')`.execute(db);
  await sql`insert into agency_name (agency_id, kind, name, key) values ('cu', 'official', 'Sở Cũ', 'sở cũ'),
    ('moi', 'official', 'Sở Mới', 'sở mới')`.execute(db);
  await sql`insert into reorganisation (id, title, effective_on, legal_basis, state)
    values ('r', 'Sáp nhập', '2025-03-01', 'NQ', 'applied')`.execute(db);
  await sql`insert into assignment
    (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from, valid_until, made_by, ended_by)
    select document_id, 'task', id, 'lead', 'cu', 0, valid_from, '2025-03-01'::date, null, 'r'
    from task where valid_from < '2025-03-01'`.execute(db);
  await sql`insert into assignment
    (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from, made_by)
    select document_id, 'task', id, 'lead', 'moi', 0, greatest(valid_from, '2025-03-01'), 'r' from task`.execute(db);
}

async function recordMany(db: Db): Promise<void> {
  // What is measured is reading: sealing a million rows one after another would take a minute.
  await sql`alter table action disable trigger action_is_sealed`.execute(db);
  await sql`insert into action (at, user_id, operation, verb, document_id, subject_kind, subject_id, before, after)
    select now() - (n || ' seconds')::interval, (select id from app_user limit 1), gen_random_uuid(), 'correct',
      d.ids[1 + n % ${documents}], case n % 2 when 0 then 'target' else 'task' end,
      case n % 2 when 0 then 't' else 'n' end || (1 + n % ${each}),
      jsonb_build_object('year', 2025), jsonb_build_object('year', 2026)
    from generate_series(1, ${actions}) n, (select array_agg(id) as ids from document) d`.execute(db);
  // As the server does by itself where it has been running for a while.
  await sql`vacuum analyze`.execute(db);
}

async function readAll(db: Db, asOf: string | undefined): Promise<void> {
  for await (const batch of readTargets(db, { ...targets, sort: 'name', asOf })) if (batch.length === 0) return;
}

const questions: [string, (db: Db, asOf: string | undefined) => Promise<unknown>][] = [
  ['targets, first page', (db, asOf) => listTargets(db, { ...targets, asOf }, first)],
  ['targets, a page in the middle', (db, asOf) => listTargets(db, { ...targets, asOf }, { offset: 9000, limit: 100 })],
  ['targets by value', (db, asOf) => listTargets(db, { ...targets, sort: 'value', asOf }, first)],
  ['targets with "ho ngheo"', (db, asOf) => listTargets(db, { ...targets, q: 'ho ngheo', asOf }, first)],
  ['choices of all filters of targets', (db, asOf) => countTargetChoices(db, { ...targets, asOf })],
  ['tasks, first page', (db, asOf) => listTasks(db, { ...tasks, asOf }, first)],
  ['tasks of one body', (db, asOf) => listTasks(db, { ...tasks, agency: ['sở y tế'], asOf }, first)],
  ['choices of all filters of tasks', (db, asOf) => countTaskChoices(db, { ...tasks, asOf })],
  ['overview', (db, asOf) => readRegisterCounts(db, asOf)],
  ['documents', (db, asOf) => listDocuments(db, asOf)],
  ['all targets, as for a file', readAll],
];

async function inTurn(ask: (asOf: string | undefined) => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [at, asOf] of [undefined, day].entries()) {
      const from = performance.now();
      await ask(asOf);
      times[at as 0 | 1].push(performance.now() - from);
    }
  return [median(times[0]), median(times[1])];
}

const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
const installation = await openInstallation(Config.parse({ dataFolder: folder }));
try {
  const { db } = installation;
  await fill(db);
  await issueAll(db);
  await recordMany(db);
  const [now, then] = [await listTargets(db, targets, first), await listTargets(db, { ...targets, asOf: day }, first)];
  console.log(`${actions} recorded actions; ${now.total} targets today, ${then.total} on ${day}\n`);
  console.log(`${'question'.padEnd(40)}${'now, ms'.padStart(10)}${'then, ms'.padStart(10)}${'ratio'.padStart(8)}`);
  let worst = 0;
  for (const [name, ask] of questions) {
    const [present, past] = await inTurn((asOf) => ask(db, asOf));
    worst = Math.max(worst, past / present);
    const figures = [
      present.toFixed(1).padStart(10),
      past.toFixed(1).padStart(10),
      (past / present).toFixed(2).padStart(8),
    ];
    console.log(name.padEnd(40) + figures.join(''));
  }
  console.log(`\nworst ratio ${worst.toFixed(2)}, to be at most ${limit}: ${worst <= limit ? 'held' : 'NOT HELD'}`);
  if (worst > limit) process.exitCode = 1;
} finally {
  await installation.close();
  await rm(folder, { recursive: true, force: true });
}
