import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import {
  dutiesWithoutAgency,
  registerState,
  storeDatedAgencies,
  storeGivenWork,
  workOn,
  workWithoutAgency,
} from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import type { User } from '../registry/may.ts';
import type { Rehearsal } from '../registry/rehearsal.ts';
import type { Decision, Move, ReorganisationEvent } from '../registry/reorganisation.ts';
import { provincesOfAgencies, provincesOfDocuments } from '../store/provinces.ts';
import { type App, createApp } from './app.ts';
import { confirmReorganisation, undoReorganisation } from './carry-out-reorganisation.ts';
import { makeDueDuties } from './give-duties.ts';
import { heirsOfEnded } from './heirs.ts';
import { changeReorganisation, planNewReorganisation } from './reorganisations.ts';

/** The properties of registry/reorganisation-sequence.test.ts once more, through the services and a real database. */

const bodies = ['a', 'b', 'c', 'd', 'e'];
/** The first has two of them, so that bodies of one and of several are merged. */
const provinces = ['tinh-1', 'tinh-2', 'tinh-3', 'tinh-4'];
const some = fc.subarray(bodies, { minLength: 0, maxLength: 2 });
const tasks = fc.array(
  fc.record({ lead: fc.subarray(bodies, { minLength: 1, maxLength: 1 }), coord: some, monitor: some }),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const moves = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'merge' as const,
      'split' as const,
      'transfer' as const,
      'abolish' as const,
      'rename' as const,
    ),
    from: fc.nat(8),
    to: fc.nat(8),
    fresh: fc.boolean(),
    field: fc.constantFrom('lao động', 'trẻ em'),
  }),
  { minLength: 1, maxLength: 3 },
);
type Sketch = Parameters<Parameters<typeof moves.map>[0]>[0];
const days = ['2025-03-01', '2025-07-01', '2026-01-01', '2026-06-01'];

describe.each(engines)('reorganisations one after the other, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let user: User;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 1_000_000, demo: false });
    user = { id: await storeUser(database.db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    await sql`insert into place (id, name, kind, tier, source)
      select id, id, 'province', 'province', 'thử' from unnest(${provinces}::text[]) id`.execute(database.db);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** Deleting takes a fraction of what truncating all these tables and their indexes does. */
  const empty = async () => {
    for (const table of ['duty', 'post', 'document', 'succession', 'reorganisation', 'agency_name', 'agency'])
      await sql`delete from ${sql.table(table)}`.execute(database.db);
    await sql`alter sequence assignment_id_seq restart`.execute(database.db);
  };

  /** Over the bodies of the moment. */
  async function eventOf(sketch: Sketch, effectiveOn: string): Promise<ReorganisationEvent> {
    const { rows } = await sql<{ id: string }>`select id from agency order by id`.execute(database.db);
    const at = (index: number) => rows[index % rows.length]?.id ?? '';
    const newAgencies = sketch.flatMap(({ fresh, kind }, index) =>
      fresh && kind !== 'abolish'
        ? [
            {
              ...{ id: `moi-${index}`, name: `Sở ${index} ${effectiveOn}`, kind: 'department', tier: 'province' },
              ...{ profile: null, placeId: null, parentId: null, symbol: null },
            },
          ]
        : [],
    );
    const list = sketch.map(({ kind, from, to, fresh, field }, index): Move => {
      const stays = kind === 'abolish' || (kind === 'rename' && !fresh);
      return {
        kind,
        from: at(from),
        to: stays ? null : fresh ? `moi-${index}` : at(to),
        field: kind === 'split' || kind === 'transfer' ? field : null,
        name: kind === 'rename' && !fresh ? `Sở đổi tên ${index} ${effectiveOn}` : null,
      };
    });
    return { title: `Sắp xếp ${effectiveOn}`, legalBasis: 'NQ', effectiveOn, newAgencies, moves: list };
  }

  function decide({ choices, options, event, ceasing }: Rehearsal, pick: number): Decision[] {
    const alive = [...bodies, ...event.newAgencies.map(({ id }) => id)].filter((id) => !ceasing.includes(id));
    return choices.flatMap(({ assignmentId, from, mayStay }) => {
      const named = options[from] ?? [];
      const open = named.length > 0 ? named : alive.map((agencyId) => ({ agencyId, field: null }));
      const heir = open[(pick + assignmentId) % open.length];
      return heir && !(mayStay && pick % 2) ? [{ assignmentId, heirs: [heir] }] : [];
    });
  }

  /** The province of each duty's rows. */
  async function whereDutiesLie(): Promise<Record<string, string>> {
    const { rows } = await sql<{ id: string; province: string }>`select id, province from duty`.execute(database.db);
    return Object.fromEntries(rows.map(({ id, province }) => [id, province]));
  }

  /** Rows that lie elsewhere than the whole that they are part of. */
  async function lyingApart(): Promise<number> {
    const { rows } = await sql<{ apart: number }>`
      select (select count(*) from duty d join duty r on r.id = d.root_id where r.province <> d.province)
        + (select count(*) from duty_origin o join duty d on d.id = o.duty_id where o.province <> d.province)
        + (select count(*) from duty_move m join duty d on d.id = m.duty_id where m.province <> d.province) as apart`.execute(
      database.db,
    );
    return rows[0]?.apart ?? Number.NaN;
  }

  /** Duties where those who ask for their agency's or their document's do not look. */
  async function missed(): Promise<string[]> {
    const { rows } = await sql<{ id: string; agencyId: string; documentId: string | null; province: string }>`
      select d.id, d.agency_id as "agencyId", o.document_id as "documentId", d.province
      from duty d left join duty_origin o on o.duty_id = d.id`.execute(database.db);
    const found = await Promise.all(
      rows.map(async ({ agencyId, documentId, province }) => [
        (await provincesOfAgencies(database.db, [agencyId])).includes(province),
        documentId === null || (await provincesOfDocuments(database.db, [documentId])).includes(province),
      ]),
    );
    return rows.filter((_, at) => found[at]?.includes(false)).map(({ id }) => id);
  }

  /** Who goes on for each body that is no more on a day: as the services say, and as the database does, read from either end. */
  async function goingOn(day: string): Promise<{ said: object; known: object; taken: object }> {
    const { rows } = await sql<{ id: string; known: string[]; taken: string[] }>`
      with living as (select id from agency a where coalesce(a.valid_from, ${day}) <= ${day} and coalesce(a.valid_until, 'infinity') > ${day})
      select g.id, array(select l.id from going_on_for(g.id, ${day}) h(id) join living l on l.id = h.id order by 1) as known,
        array(select l.id from living l where g.id in (select taken_over_by(array[l.id], ${day})) order by 1) as taken
      from agency g where g.valid_until <= ${day}`.execute(database.db);
    const ids = rows.map(({ id }) => id);
    const heirs = await heirsOfEnded(database.db, ids, day);
    const byId = (of: (row: (typeof rows)[number]) => string[]) =>
      Object.fromEntries(rows.map((row) => [row.id, of(row)]));
    return {
      said: byId(({ id }) => (heirs.get(id) ?? []).map(({ agencyId }) => agencyId).toSorted()),
      known: byId(({ known }) => known.toSorted()),
      taken: byId(({ taken }) => taken.toSorted()),
    };
  }

  /** One is done, the others are accepted; each is divided, and a person is in charge. */
  async function workOnDuties(): Promise<void> {
    const { db } = database;
    await sql`insert into post (id, user_id, role, agency_id, valid_from)
      select gen_random_uuid(), ${user.id}, 'officer', id, '2020-01-01' from agency`.execute(db);
    const { rows } = await sql<{ id: string; agency_id: string; finding: string }>`
      update duty set stage = 'accepted', officer_id = ${user.id}
      returning id, agency_id, (select min(o.finding_id) from duty_origin o where o.duty_id = duty.id) as finding`.execute(
      db,
    );
    rows.sort((a, b) => a.finding.localeCompare(b.finding));
    const pieces = rows.flatMap(({ id, agency_id }, at) => {
      const below = { root_id: id, parent_id: id, content: 'Phần việc' };
      const part = bodies[at % bodies.length] ?? 'a';
      return [
        { ...below, id: randomUUID(), kind: 'step', agency_id, stage: 'accepted' },
        { ...below, id: randomUUID(), kind: 'part', agency_id: part },
      ];
    });
    await db.insertInto('duty').values(pieces).execute();
    await sql`update duty set stage = 'done' where id = ${rows[0]?.id}`.execute(db);
  }

  /** Undefined where the event is refused, as many of them should be. */
  async function carryOut(sketch: Sketch, day: string, pick: number): Promise<Rehearsal | undefined> {
    const planned = await planNewReorganisation(app, user, await eventOf(sketch, day));
    if (planned.faults.length > 0) return undefined;
    const { id, version, counts, faults } = await changeReorganisation(app, user, planned.id, {
      version: planned.version,
      decisions: decide(planned, pick),
    });
    if (faults.length > 0 || counts.waiting > 0) return undefined;
    return confirmReorganisation(app, user, id, { version, ended: counts.ended, made: counts.made });
  }

  it('leave no open work without an agency and no past day changed, and undone in reverse order give back the exact state', async () => {
    let carried = 0;
    await fc.assert(
      fc.asyncProperty(
        tasks,
        fc.array(fc.tuple(moves, fc.nat(5)), { minLength: 2, maxLength: 4 }),
        async (given, steps) => {
          await empty();
          await storeDatedAgencies(
            database.db,
            bodies.map((id, at) => ({ id, name: `Sở ${id}`, placeId: provinces[at % provinces.length] ?? null })),
          );
          const document = await storeGivenWork(database.db, user.id, {
            number: '1/KH-UBND',
            day: '2023-12-08',
            tasks: given.map((task, at) => ({ quote: `Việc ${at} trẻ em`, ...task })),
          });
          await makeDueDuties(app);
          await workOnDuties();
          const lying = await whereDutiesLie();
          const done: { rehearsal: Rehearsal; before: unknown }[] = [];
          for (const [at, [sketch, pick]] of steps.entries()) {
            const day = days[at] ?? '';
            const before = await registerState(database.db);
            const past = await Promise.all(
              ['2024-01-01', ...days.slice(0, at)].map((one) => workOn(database.db, one, document)),
            );
            const rehearsal = await carryOut(sketch, day, pick);
            if (!rehearsal) {
              expect(await registerState(database.db)).toEqual(before);
              continue;
            }
            done.push({ rehearsal, before });
            expect(await workWithoutAgency(database.db, day)).toBe(0);
            expect(await dutiesWithoutAgency(database.db, day)).toBe(0);
            const { said, known, taken } = await goingOn(day);
            expect([known, taken]).toEqual([said, said]);
            // What was there lies where it lay, whichever province's body has it now; new work too lies with its whole.
            expect(await whereDutiesLie()).toMatchObject(lying);
            expect(await lyingApart()).toBe(0);
            expect(await missed()).toEqual([]);
            // Nobody who has the work is left without a duty for it, and nobody gets what is done once more.
            expect(await makeDueDuties(app)).toBe(0);
            const open = (await workOn(database.db, day, document)).map((line) => line.split(' ')[0]);
            expect([...new Set(open)]).toEqual(given.map((_, task) => `n${task + 1}`));
            expect(
              await Promise.all(['2024-01-01', ...days.slice(0, at)].map((one) => workOn(database.db, one, document))),
            ).toEqual(past);
          }
          carried += done.length;
          for (const { rehearsal, before } of done.toReversed()) {
            await undoReorganisation(app, user, rehearsal.id, { version: rehearsal.version });
            expect(await registerState(database.db)).toEqual(before);
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
    // The generator must not be one whose events are all refused.
    expect(carried).toBeGreaterThan(8);
  }, 180_000);
});
