import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country, demo } from '../../test/agencies/seeds.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aDocument, aTask, keepDocument, storeUser } from '../../test/readings.ts';
import { givePost } from '../../test/running-server.ts';
import { officialName } from '../registry/agency.ts';
import type { BoundaryTier } from '../registry/boundary.ts';
import { heirsOn } from '../registry/succession.ts';
import { actingAs } from '../store/acting.ts';
import { agenciesByIds, findAgency } from '../store/agencies.ts';
import { successionsFrom, successionsOf } from '../store/successions.ts';
import { getShapes, loadBoundaries, removeBoundaries } from './boundaries.ts';
import { countrySeed, loadSeed } from './load-seed.ts';
import { matchAgencies } from './match-agencies.ts';
import { matchStoredAgencies } from './match-stored-agencies.ts';
import { noScan } from './scan.ts';

describe.each(engines)('the register that an installation begins with, on $name', (engine) => {
  let database: FreshDatabase;
  const heirsOf = async (id: string, day: string) => {
    const successions = await successionsFrom(database.db, [id]);
    const ids = successions.flatMap(({ fromAgencyId, toAgencyId }) => [fromAgencyId, toAgencyId]);
    const agencies = await agenciesByIds(
      database.db,
      ids.filter((one) => one !== null),
    );
    return heirsOn(id, day, successions, new Map(agencies.map((agency) => [agency.id, agency])));
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    expect(await loadSeed(database.db, country)).toBe(true);
    expect(await loadSeed(database.db, demo)).toBe(true);
  });
  afterAll(() => database.drop());

  it('holds every place and agency, and is loaded once', async () => {
    const count = (table: 'place' | 'agency') =>
      database.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
    expect((await count('place')).count).toBe(3820 + 127);
    expect((await count('agency')).count).toBeGreaterThan(15_000);
    expect(await loadSeed(database.db, country)).toBe(false);
  });

  it('knows an agency by all its names, each in its time', async () => {
    const agency = await findAgency(database.db, 'thong-ke.nghe-an');
    const on = (day: string) => officialName(agency?.names ?? [], day);
    expect([on('2023-01-01'), on('2025-04-01'), on('2026-01-01')]).toEqual([
      'Cục Thống kê tỉnh',
      'Chi cục Thống kê tỉnh',
      'Thống kê tỉnh',
    ]);
  });

  it('leads from a department of 2024 to those that have its work today, field by field', async () => {
    const heirs = await heirsOf('so-lao-dong.tra-vinh', '2025-04-01');
    expect(heirs.map(({ agencyId }) => agencyId)).toEqual([
      'cong-an.tra-vinh',
      'so-giao-duc-dao-tao.tra-vinh',
      'so-noi-vu.tra-vinh',
      'so-nong-nghiep-moi-truong.tra-vinh',
      'so-y-te.tra-vinh',
    ]);
    expect(heirs[3]?.fields).toEqual(['giảm nghèo']);
    // Over both events: the department's merger, and the province's.
    expect((await heirsOf('so-ke-hoach-dau-tu.tra-vinh', '2026-01-01')).map(({ agencyId }) => agencyId)).toEqual([
      'so-tai-chinh.vinh-long-2025',
    ]);
    expect(await heirsOf('so-tai-chinh.tra-vinh', '2025-04-01')).toEqual([]);
    // A province that became a city before the others merged.
    expect((await heirsOf('so-ke-hoach-dau-tu.thua-thien-hue', '2025-02-01')).map(({ agencyId }) => agencyId)).toEqual([
      'so-ke-hoach-dau-tu.hue',
    ]);
    expect((await heirsOf('so-ke-hoach-dau-tu.thua-thien-hue', '2026-01-01')).map(({ agencyId }) => agencyId)).toEqual([
      'so-tai-chinh.hue',
    ]);
    const sources = (await successionsOf(database.db, 'so-tai-chinh.vinh-long-2025')).map((one) => one.fromAgencyId);
    expect(sources).toEqual(['so-tai-chinh.ben-tre', 'so-tai-chinh.tra-vinh', 'so-tai-chinh.vinh-long']);
  });

  it('hands the work of a district committee to the communes of its land', async () => {
    const heirs = await heirsOf('ubnd-huyen.842', '2025-08-01');
    expect(heirs.map(({ agencyId }) => agencyId).sort()).toEqual([
      'ubnd-xa.29242',
      'ubnd-xa.29254',
      'ubnd-xa.29263',
      'ubnd-xa.29398',
    ]);
    expect(await heirsOf('phong-noi-vu.842', '2025-08-01')).toEqual([]);
  });

  it('leaves alone what an officer has changed when it is brought up to date', async () => {
    const { db } = database;
    await db
      .updateTable('agency')
      .set({ contact: 'sotc@travinh.gov.vn', symbol: 'TC', version: 2 })
      .where('id', '=', 'so-tai-chinh.tra-vinh')
      .execute();
    const files = {
      ...country.files,
      'sources.txt': country.files['sources.txt']?.replaceAll('kiến thức chung', 'hiểu biết') ?? '',
    };
    expect(await loadSeed(db, countrySeed(files))).toBe(true);
    expect(await findAgency(db, 'so-tai-chinh.tra-vinh')).toMatchObject({
      symbol: 'TC',
      contact: 'sotc@travinh.gov.vn',
    });
    expect((await findAgency(db, 'toa-an.tra-vinh'))?.source).toBe('hiểu biết / general knowledge');
    expect((await findAgency(db, 'so-tai-chinh.tra-vinh'))?.names.length).toBe(3);
  });

  it('gives the names of a document whom they mean, also of one that came in before', async () => {
    const { db } = database;
    const user = await storeUser(db);
    const header = { issuer: 'Ủy ban nhân dân tỉnh Trà Vinh', issuedOn: '2023-02-01' };
    const tasks = [
      aTask({
        lead: ['Sở KH&ĐT'],
        coord: ['các sở, ngành liên quan', 'Doanh nghiệp tư nhân Ba Sáu', 'UBND các huyện Trà Cú, Càng Long'],
      }),
    ];
    const document = aDocument({ header, tasks }, user);
    await keepDocument(db, document);
    await matchStoredAgencies(db, new AbortController().signal);
    const stored = await db
      .selectFrom('finding_agency')
      .select(['name', 'agency_id', 'group_id', 'matched_by', 'members'])
      .where('document_id', '=', document.id)
      .orderBy('role', 'desc')
      .orderBy('position')
      .execute();
    expect(stored.map(({ agency_id, group_id, matched_by }) => [agency_id ?? group_id, matched_by])).toEqual([
      ['so-ke-hoach-dau-tu.tra-vinh', 'alias'],
      ['so-ban-nganh-lien-quan', 'name'],
      [null, null],
      ['ubnd-huyen-lien-quan', 'name'],
    ]);
    expect(stored[3]?.members).toEqual(['ubnd-huyen.849', 'ubnd-huyen.844']);
    const { tasks: again } = await matchAgencies(db, document.intake, '2026-01-05');
    expect(again[0]?.agencies.map(({ match }) => match?.agency?.id ?? match?.group?.id ?? null)).toEqual(
      stored.map(({ agency_id, group_id }) => agency_id ?? group_id),
    );
  });

  it('knows where places lie once somebody loaded it: those of the day, for whoever is at work in that land', async () => {
    const { db, clock } = database;
    const person = async (role: 'administrator' | 'officer', agencyId: string) => {
      const id = await storeUser(db);
      await givePost(db, id, role, agencyId);
      const here = {
        db: actingAs(db, { userId: id, day: '2026-01-05' }),
        clock,
        scan: noScan,
        maxFileBytes: 1_000_000,
      };
      return { here, person: { user: { id, name: '', email: '' }, posts: [] } };
    };
    const administrator = await person('administrator', 'ubnd.binh-chau');
    const officer = await person('officer', 'so-tai-chinh.binh-chau');
    const elsewhere = await person('officer', 'so-tai-chinh.nghe-an');
    const load = (
      { here, person: by }: typeof officer,
      day: string,
      codes: readonly string[],
      x = 106,
      tier: BoundaryTier = 'commune',
    ) => {
      const features = codes.map((ma) => ({
        ...{ type: 'Feature', properties: { ma } },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [x, 9],
              [x + 0.1, 9],
              [x + 0.1, 9.1],
              [x, 9],
            ],
          ],
        },
      }));
      const content = [Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))];
      const file = { name: 'xa.geojson', content };
      return loadBoundaries(here, by, { file, tier, day, source: 'Thử' });
    };
    const shapesOn = async ({ here }: typeof officer, asOf: string) => {
      const shapes = await getShapes(here, { tier: 'commune', asOf });
      return shapes.map(({ placeId, shape }) => [placeId, shape[0]?.[0]?.[0]?.[0]]);
    };
    expect(await shapesOn(officer, '2026-01-05')).toEqual([]);
    await expect(load(officer, '2025-07-01', ['97001'])).rejects.toThrow(/row-level security/);
    const loaded = await load(administrator, '2025-07-01', ['97001', '97500', '1']);
    expect([loaded.matched, loaded.unmatched.map(({ code, why }) => [code, why])]).toEqual([
      1,
      [
        ['97500', 'otherDay'],
        ['00001', 'unknownCode'],
      ],
    ]);
    const [[now]] = [await shapesOn(officer, '2026-01-05')];
    expect(now?.[1]).toBe(106);
    expect(await shapesOn(elsewhere, '2026-01-05')).toEqual([]);
    // What lay there before the reorganisation is another place.
    await load(administrator, '2023-01-01', ['97500'], 107);
    expect((await shapesOn(officer, '2024-01-01')).map(([, x]) => x)).toEqual([107]);
    expect((await shapesOn(officer, '2026-01-05')).map(([, x]) => x)).toEqual([106]);
    // Its province is the border around it.
    const border = await load(administrator, '2025-07-01', ['97'], 105, 'province');
    expect([border.matched, await shapesOn(officer, '2026-01-05')]).toEqual([
      1,
      [
        ['97001', 106],
        ['binh-chau', 105],
      ],
    ]);
    await removeBoundaries(administrator.here, administrator.person, border.id);
    // Drawn anew from a later day on.
    const later = await load(administrator, '2026-01-01', ['97001'], 108);
    expect((await shapesOn(officer, '2025-12-31')).map(([, x]) => x)).toEqual([106]);
    expect((await shapesOn(officer, '2026-01-05')).map(([, x]) => x)).toEqual([108]);
    await removeBoundaries(administrator.here, administrator.person, later.id);
    expect((await shapesOn(officer, '2026-01-05')).map(([, x]) => x)).toEqual([106]);
    const deeds = await sql<{ verb: string }>`
      select verb from action where subject_kind = 'boundaries' order by id`.execute(db);
    expect(deeds.rows.map(({ verb }) => verb).join(' ')).toBe(
      'loadBoundaries loadBoundaries loadBoundaries removeBoundaries loadBoundaries removeBoundaries',
    );
  });
});
