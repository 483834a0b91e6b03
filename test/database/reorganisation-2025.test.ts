import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '../../src/registry/may.ts';
import type { Rehearsal } from '../../src/registry/rehearsal.ts';
import { actInReview } from '../../src/services/act-in-review.ts';
import { type App, createApp } from '../../src/services/app.ts';
import { confirmReorganisation, undoReorganisation } from '../../src/services/carry-out-reorganisation.ts';
import { changeDocumentState } from '../../src/services/change-document-state.ts';
import { getDocument } from '../../src/services/documents.ts';
import { countAgencyWork } from '../../src/services/filed-work.ts';
import { importDocument } from '../../src/services/import-document.ts';
import { loadSeed } from '../../src/services/load-seed.ts';
import { changeReorganisation, listReorganisations, rehearse } from '../../src/services/reorganisations.ts';
import { getReview } from '../../src/services/review.ts';
import { country, demo } from '../agencies/seeds.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';
import { registerState } from '../given-work.ts';
import { storeUser } from '../readings.ts';

/** The reorganisations of 2025 over documents of 2020 to 2026, read, matched and issued as officers do it. */

const shared = new URL('../../../shared/documents/', import.meta.url);
const own = new URL('../../samples/', import.meta.url);
const real = existsSync(shared)
  ? readdirSync(shared)
      .filter((name) => /^00[0-4]_.*\.txt$/.test(name))
      .sort()
  : [];
if (real.length === 0)
  console.log(
    'The real documents of ../shared are not here: the reorganisations are tested on the demo province alone.',
  );
const sample = readdirSync(own)
  .filter((name) => name.endsWith('.docx'))
  .sort();

type Line = { work: string; role: string; agencyId: string };

describe.each(engines.slice(0, 1))('the reorganisations of 2025, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let user: User;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    await loadSeed(database.db, country);
    await loadSeed(database.db, demo);
    app = await createApp({ db: database.db, maxFileBytes: 5_000_000, demo: false });
    user = { id: await storeUser(database.db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    for (const name of sample) await issued(new URL(name, own), name);
    for (const name of real) await issued(new URL(name, shared), name);
  }, 600_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** Read and issued; what cannot be issued without an officer's correction is left out. */
  async function issued(file: URL, name: string): Promise<void> {
    const { documentId } = await importDocument(app, user, { name, content: [readFileSync(file)] });
    if (!documentId) throw new Error(`${name} was not taken`);
    const step = { version: (await getReview(app, user, documentId)).document.version, acceptRest: false };
    await changeDocumentState(app, user, documentId, { ...step, verb: 'beginReview' });
    const { items } = await getReview(app, user, documentId);
    const blocked = items.filter(({ blockers }) => blockers.length > 0);
    if (blocked.length > 0) await actInReview(app, user, documentId, { verb: 'reject', items: blocked });
    const { header } = await getDocument(app, documentId);
    const { version } = (await getReview(app, user, documentId)).document;
    await changeDocumentState(app, user, documentId, {
      verb: 'issue',
      version,
      acceptRest: true,
      // Some texts have lost their date: then the first day of their period.
      ...(header.issuedOn === null && { day: `${header.period?.from ?? 2020}-01-01` }),
    });
  }

  async function linesOn(day: string, agency = '%'): Promise<Line[]> {
    const { rows } = await sql<Line>`
      select document_id || ' ' || finding_kind || ' ' || finding_id as work, role, agency_id as "agencyId" from assignment
      where valid_from <= ${day} and (valid_until is null or valid_until > ${day}) and agency_id like ${agency}
      order by 1, 2, 3`.execute(database.db);
    return rows;
  }
  const worksOn = async (day: string, agency: string): Promise<Set<string>> =>
    new Set((await linesOn(day, agency)).map(({ work }) => work));

  /** Bodies that hold open work on a day on which they are not there, of which some event says who carries on. */
  async function left(day: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select distinct g.id from assignment a join agency g on g.id = a.agency_id
      where a.valid_from <= ${day} and (a.valid_until is null or a.valid_until > ${day}) and g.valid_until <= ${day}
        and exists (select from succession s where s.from_agency_id = g.id)
      order by 1`.execute(database.db);
    return rows.map(({ id }) => id);
  }

  /** Follows every suggestion; where there is none the officer takes the first heir. */
  async function carryOut(id: string): Promise<Rehearsal> {
    const shown = await rehearse(app, id);
    const decisions = shown.choices.flatMap(({ assignmentId, suggestion, from, heirs }) => {
      const first = shown.options[from]?.[0];
      const chosen = heirs ?? suggestion?.heirs ?? (first ? [first] : undefined);
      return chosen ? [{ assignmentId, heirs: chosen }] : [];
    });
    const ready = await changeReorganisation(app, user, id, { version: shown.version, decisions });
    const done = await confirmReorganisation(app, user, id, { version: ready.version, ...ready.counts });
    const suggested = shown.choices.filter(({ suggestion }) => suggestion !== null).length;
    console.log(
      `${id}: ${ready.counts.ended} rows to ${ready.counts.made}, ${shown.choices.length} choices, ${suggested} of them suggested`,
    );
    return done;
  }

  const waitingIds = async (): Promise<string[]> =>
    (await listReorganisations(app)).reorganisations
      .filter(({ waiting }) => waiting > 0)
      .toReversed()
      .map(({ id }) => id);

  it('bring all open work to bodies that exist today, leave the past as it reads, and can all be undone', async () => {
    const before = await registerState(database.db);
    const past = ['2021-06-30', '2022-12-31', '2023-12-31', '2025-01-31'];
    const pastBefore = await Promise.all(past.map((day) => linesOn(day)));
    expect((await left('2026-11-21')).length).toBeGreaterThan(5);

    const order: string[] = [];
    for (let next = (await waitingIds())[0]; next !== undefined; next = (await waitingIds())[0]) {
      await carryOut(next);
      order.push(next);
      expect(order.length, order.join(' ')).toBeLessThan(20);
    }
    expect(await left('2026-11-21')).toEqual([]);
    expect(await Promise.all(past.map((day) => linesOn(day)))).toEqual(pastBefore);

    // One undoing takes back all the times an event was carried out, so the last time counts.
    for (const id of new Set(order.toReversed()))
      await undoReorganisation(app, user, id, { version: (await rehearse(app, id)).version });
    expect(await registerState(database.db)).toEqual(before);
  }, 600_000);

  describe.skipIf(real.length === 0)('in Trà Vinh, Bến Tre and Vĩnh Long', () => {
    it('a department merged in March 2025 has its work until then, its heir from then, the new province’s from July', async () => {
      for (let next = (await waitingIds())[0]; next !== undefined; next = (await waitingIds())[0]) await carryOut(next);
      const planning = await worksOn('2025-02-28', 'so-ke-hoach-dau-tu.tra-vinh');
      const finance = await worksOn('2025-02-28', 'so-tai-chinh.tra-vinh');
      expect(planning.size).toBeGreaterThan(8);
      expect(await worksOn('2025-03-01', 'so-tai-chinh.tra-vinh')).toEqual(planning.union(finance));
      expect(await worksOn('2025-03-01', 'so-ke-hoach-dau-tu.tra-vinh')).toEqual(new Set());
      expect(await worksOn('2025-07-01', 'so-tai-chinh.vinh-long-2025')).toEqual(planning.union(finance));
    });

    it('counts read as filed and on today’s map, whatever was moved', async () => {
      const count = async (map: 'filed' | 'today', agencyId: string, asOf: string) =>
        (await countAgencyWork(app, { map, asOf })).agencies.find((one) => one.agencyId === agencyId);
      const planning = await count('filed', 'so-ke-hoach-dau-tu.tra-vinh', '2026-11-21');
      const finance = await count('filed', 'so-tai-chinh.tra-vinh', '2026-11-21');
      const both = await count('today', 'so-tai-chinh.vinh-long-2025', '2026-11-21');
      expect(planning?.tasks).toBeGreaterThan(8);
      expect(both?.tasks).toBeGreaterThan(Math.max(planning?.tasks ?? 0, finance?.tasks ?? 0));
      expect(both?.tasks).toBeLessThanOrEqual((planning?.tasks ?? 0) + (finance?.tasks ?? 0));
      expect(await count('today', 'so-ke-hoach-dau-tu.tra-vinh', '2026-11-21')).toBeUndefined();
      expect(await count('today', 'so-ke-hoach-dau-tu.tra-vinh', '2024-06-30')).toEqual(planning && { ...planning });
    });

    it('no piece of work of the labour department was lost where it was split', async () => {
      const labour = await worksOn('2025-02-28', 'so-lao-dong.tra-vinh');
      const after = await linesOn('2025-03-01', '%.tra-vinh');
      expect(labour.size).toBeGreaterThan(15);
      const heirs = ['so-noi-vu', 'so-y-te', 'so-giao-duc-dao-tao', 'so-nong-nghiep-moi-truong', 'cong-an'];
      for (const work of labour)
        expect(after.some((line) => line.work === work && heirs.includes(line.agencyId.split('.')[0] ?? ''))).toBe(
          true,
        );
    });

    it('the city’s work goes to every commune of its land when the district level ends', async () => {
      const city = await worksOn('2025-06-30', 'ubnd-huyen.842');
      expect(city.size).toBeGreaterThan(0);
      const { rows } = await sql<{ id: string }>`
        select to_agency_id as id from succession where from_agency_id = 'ubnd-huyen.842'`.execute(database.db);
      expect(rows.length).toBeGreaterThan(2);
      for (const { id } of rows) expect(city.isSubsetOf(await worksOn('2025-07-01', id))).toBe(true);
    });
  });
});
