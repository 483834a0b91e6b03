import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { storeDatedAgencies, storeKnownEvent } from '../../test/given-work.ts';
import { aTarget, storeDocument, storeUser } from '../../test/readings.ts';
import { aRegime } from '../../test/regimes.ts';
import type { User } from '../registry/may.ts';
import { findRegime, insertRegime } from '../store/regimes.ts';
import { findRound } from '../store/rounds.ts';
import { makeRound } from './open-round.ts';

const at = new Date('2026-03-02T02:00:00Z');

describe.each(engines)('a round that opens, on $name', (engine) => {
  let database: FreshDatabase;
  let user: User;

  const open = async (changes: Parameters<typeof aRegime>[0], period = '2026-M03') => {
    const { db } = database;
    const regime = await findRegime(db, await insertRegime(db, aRegime(changes)));
    if (!regime) throw new Error('no regime');
    return db.transaction().execute((trx) => makeRound(trx, regime, period, { by: user, at }));
  };
  const submissions = async (roundId: string) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', s.agency_id, d.kind, d.stage, s.due, nullif(array_to_string(s.sections, ','), '')) as line
      from submission s join duty d on d.id = s.duty_id where s.round_id = ${roundId} order by s.agency_id`.execute(
      database.db,
    );
    return rows.map(({ line }) => line);
  };
  const cells = async (roundId: string) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', s.agency_id, c.position, c.indicator_id, nullif(c.line, ''), c.span, c.basis) as line
      from cell c join submission s on s.id = c.submission_id where s.round_id = ${roundId} order by s.agency_id, c.position`.execute(
      database.db,
    );
    return rows.map(({ line }) => line);
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    user = { id: await storeUser(db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    await storeProvince(db);
    for (const [id, cumulative] of [
      ['ho-ngheo', false],
      ['thu-ngan-sach', true],
      ['dan-so', false],
    ] as const)
      await sql`insert into indicator (id, name, unit_factors, direction, measure, cumulative, breakdowns, source)
        values (${id}, ${id}, '{}', 'up', 'count', ${cumulative}, '{}', 'thử')`.execute(db);
    const documentId = await storeDocument(db, user.id, {
      targets: [
        aTarget({ id: 't1' }),
        aTarget({ id: 't2', name: 'Thu ngân sách' }),
        aTarget({ id: 't3', name: 'Của năm đã qua', year: 2025 }),
        aTarget({ id: 't4', name: 'Của cả nước', tier: 'national' }),
      ],
    });
    await sql`update target set indicator_id = case id when 't2' then 'thu-ngan-sach' else 'ho-ngheo' end,
      indicator_line = case id when 't1' then 'thành thị' when 't2' then '' else id end, valid_from = '2025-12-10' where document_id = ${documentId}`.execute(
      db,
    );
    await sql`update document set state = 'issued', valid_from = '2025-12-10' where id = ${documentId}`.execute(db);
    await sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
      select document_id, 'target', id, 'named', 'so-a', 0, '2025-12-10' from target where document_id = ${documentId}`.execute(
      db,
    );
  });
  afterAll(() => database.drop());

  it('asks each agency for the figures of its targets, the lines of the regime and the sections it owes', async () => {
    const round = await open({
      reporters: [{ agencyId: 'so-a' }, { agencyId: 'so-b' }],
      lines: [{ indicatorId: 'dan-so', line: '', span: 'period', basis: 'final', agencyId: 'so-b' }],
      outline: [
        { key: 'i', title: 'Kết quả', level: 1, guide: '', owners: { agencies: [], groups: [] } },
        { key: 'kinh-te', title: 'Kinh tế', level: 2, guide: '', owners: { agencies: ['so-a'], groups: [] } },
        { key: 'kien-nghi', title: 'Kiến nghị', level: 1, guide: '', owners: { all: true } },
      ],
    });
    // The month closes on 14/03/2026, a Saturday; two working days later it is Tuesday.
    expect(await submissions(round)).toEqual([
      'so-a report accepted 2026-03-17 kinh-te,kien-nghi',
      'so-b report accepted 2026-03-17 kien-nghi',
    ]);
    expect(await cells(round)).toEqual([
      'so-a 1 ho-ngheo thành thị period estimated',
      'so-a 2 thu-ngan-sach toDate estimated',
      'so-b 1 dan-so period final',
    ]);
    expect((await findRound(database.db, round))?.round).toMatchObject({
      title: 'Báo cáo thử tháng 3 năm 2026',
      ...{ from: '2026-02-15', to: '2026-03-14', submissions: 2, stages: { asked: 2 } },
    });
  });

  it('asks those who have the work of an agency that is no more for what the regime asks of it', async () => {
    const { db } = database;
    await storeDatedAgencies(db, [{ id: 'so-cu', name: 'Sở Cũ', until: '2026-01-01' }]);
    await storeKnownEvent(db, {
      ...{ id: 'hop-nhat', title: 'Hợp nhất sở', day: '2026-01-01' },
      successions: [{ kind: 'merge', from: 'so-cu', to: 'so-b' }],
    });
    const round = await open({
      reporters: [{ agencyId: 'so-cu' }, { agencyId: 'so-b' }],
      lines: [{ indicatorId: 'dan-so', line: '', span: 'period', basis: 'final', agencyId: 'so-cu' }],
      outline: [{ key: 'cu', title: 'Việc cũ', level: 1, guide: '', owners: { agencies: ['so-cu'], groups: [] } }],
    });
    expect(await submissions(round)).toEqual(['so-b report accepted 2026-03-17 cu']);
    expect(await cells(round)).toEqual(['so-b 1 dan-so period final']);
  });

  it('asks nothing of whom nothing concerns, and does not open where that is everybody', async () => {
    const round = await open({ reporters: [{ agencyId: 'so-a' }, { agencyId: 'so-b' }], content: 'figures' });
    expect(await submissions(round)).toEqual(['so-a report accepted 2026-03-17']);
    await expect(open({ reporters: [{ agencyId: 'so-b' }], content: 'figures' })).rejects.toMatchObject({
      code: 'roundAsksNobody',
    });
  });

  it('opens once for a period of a regime', async () => {
    const { db } = database;
    const regime = await findRegime(db, await insertRegime(db, aRegime({ reporters: [{ agencyId: 'so-a' }] })));
    if (!regime) throw new Error('no regime');
    const opened = () => db.transaction().execute((trx) => makeRound(trx, regime, '2026-M04', { by: user, at }));
    await opened();
    await expect(opened()).rejects.toMatchObject({ code: 'roundThere' });
  });
});
