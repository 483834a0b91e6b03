import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { storeAgencies, storeGroup } from '../../test/registers.ts';
import type { User } from '../registry/may.ts';
import type { ReviewAction } from '../registry/review.ts';
import { putJudgement } from '../store/counterparts.ts';
import { addPost } from '../store/posts.ts';
import type { Task } from '../values/finding.ts';
import { actInReview } from './act-in-review.ts';
import { changeDocumentState, type DocumentStep } from './change-document-state.ts';
import { today } from './clock.ts';
import { makeDueDuties } from './give-duties.ts';
import { getReview } from './review.ts';

describe.each(engines)('what a document gives to do, on $name', (engine) => {
  let database: FreshDatabase;
  let officer: User;

  const act = (document: string, action: ReviewAction) => actInReview(database, officer, document, action);
  const take = async (verb: DocumentStep['verb'], document: string, step: Partial<DocumentStep> = {}) => {
    const { version } = (await getReview(database, officer, document)).document;
    return changeDocumentState(database, officer, document, { verb, version, acceptRest: true, ...step });
  };
  const itemOf = async (document: string, id: string) => {
    const item = (await getReview(database, officer, document)).items.find((one) => one.id === id);
    if (!item) throw new Error(`no ${id}`);
    return { kind: item.kind, id, version: item.version };
  };
  const reviewed = async (tasks: Task[], header: Parameters<typeof storeDocument>[2]['header'] = {}) => {
    const document = await storeDocument(database.db, officer.id, { header, targets: [aTarget()], tasks });
    const give = async (id: string, role: 'lead' | 'named', agencyId: string) => {
      const agencies = [{ name: agencyId, meaning: { agencyId } }];
      await act(document, { verb: 'setAgencies', items: [await itemOf(document, id)], role, agencies });
    };
    for (const [at] of tasks.entries()) await give(`n${at + 1}`, 'lead', 'so-tai-chinh');
    await give('t1', 'named', 'so-y-te');
    return document;
  };
  const duties = async (document: string) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', o.finding_id, d.agency_id, d.stage, coalesce(d.period, '-'), coalesce(d.starts_on::text, '-'),
        coalesce(d.due::text, '-'), d.waits_for) as line
      from duty d join duty_origin o on o.duty_id = d.id where o.document_id = ${document}
      order by o.finding_id, d.agency_id, d.period`.execute(database.db);
    return rows.map(({ line }) => line);
  };
  const report = async (document: string) =>
    sql`insert into progress (id, duty_id, agency_id, author_id, stage, created_at, changed_at)
      select gen_random_uuid(), duty_id, 'so-tai-chinh', ${officer.id}, 'sent', now(), now()
      from duty_origin where document_id = ${document} and finding_id = 'n1'`.execute(database.db);

  beforeAll(async () => {
    database = await freshDatabase(engine);
    officer = { id: await storeUser(database.db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    await storeAgencies(database.db, {
      'so-tai-chinh': 'Sở Tài chính',
      'so-y-te': 'Sở Y tế',
      'so-noi-vu': 'Sở Nội vụ',
    });
    await storeGroup(database.db, 'lien-quan', 'Các sở liên quan', true);
    await storeGroup(database.db, 'cac-so', 'Các sở', false);
  });
  afterAll(() => database.drop());

  it('is one duty for each agency that answers for a task or a target, due on a working day', async () => {
    const document = await reviewed([
      aTask({ time: { kind: 'by', to: '2026-02-28' } }),
      aTask({ time: { kind: 'during', from: '2026-01-01', to: '2026-06-30' } }),
      aTask({ time: { kind: 'ongoing' } }),
      aTask({ time: { kind: 'conditional', condition: 'sau khi Trung ương giao vốn' } }),
    ]);
    expect(await duties(document)).toEqual([]);
    await take('issue', document);
    expect(await duties(document)).toEqual([
      // 28/02/2026 is a Saturday.
      'n1 so-tai-chinh assigned - - 2026-03-02',
      'n2 so-tai-chinh assigned - 2026-01-01 2026-06-30',
      'n3 so-tai-chinh assigned - - -',
      'n4 so-tai-chinh assigned - - - sau khi Trung ương giao vốn',
      't1 so-y-te assigned - - 2026-12-31',
    ]);
  });

  it('is, of a group that leads, one for each of its members', async () => {
    const document = await reviewed([aTask()]);
    const agencies = [{ name: 'Các sở', meaning: { groupId: 'cac-so' } }];
    await act(document, { verb: 'setAgencies', items: [await itemOf(document, 'n1')], role: 'lead', agencies });
    await take('issue', document);
    expect((await duties(document)).filter((line) => line.startsWith('n1')).map((line) => line.split(' ')[1])).toEqual([
      'so-noi-vu',
      'so-tai-chinh',
      'so-y-te',
    ]);
  });

  it('comes again in each period once, and not in periods before it was given', async () => {
    const document = await reviewed(
      [
        aTask({ time: { kind: 'recurring', every: 'month' } }),
        aTask({ time: { kind: 'recurring', every: 'quarter' } }),
        aTask({ time: { kind: 'recurring', every: 'year' } }),
        aTask({ time: { kind: 'recurring', every: 'day' } }),
      ],
      { period: { from: 2026, to: 2035 } },
    );
    await take('issue', document);
    const given = await duties(document);
    const [year = '', month = 0] = [today(database.clock).slice(0, 4), Number(today(database.clock).slice(5, 7))];
    expect(given.map((line) => line.split(' ')[3])).toEqual([
      `${year}-M${String(month).padStart(2, '0')}`,
      `${year}-Q${Math.ceil(month / 3)}`,
      year,
      '-',
      '-',
    ]);
    expect(await makeDueDuties(database)).toBe(0);
    expect(await duties(document)).toEqual(given);
  });

  it('comes again by the day that its words name, with the times that nobody ran for', async () => {
    const document = await reviewed(
      [
        aTask({ time: { kind: 'recurring', every: 'month' }, timeRaw: 'trước ngày 20 hằng tháng' }),
        aTask({ time: { kind: 'recurring', every: 'year' }, timeRaw: 'trước ngày 15/12 hằng năm' }),
      ],
      { period: { from: 2026, to: 2026 } },
    );
    const on = (day: string) => ({ ...database, clock: { now: () => new Date(`${day}T02:00:00Z`) } });
    const { version } = (await getReview(database, officer, document)).document;
    const step = { verb: 'issue', version, acceptRest: true, day: '2026-01-25' } as const;
    await changeDocumentState(on('2026-01-25'), officer, document, step);
    const given = async () => (await duties(document)).filter((line) => line.startsWith('n'));
    const yearly = 'n2 so-tai-chinh assigned 2026 2026-01-01 2026-12-14';
    // The 19th of January has gone by; that of February falls on a Thursday.
    const first = 'n1 so-tai-chinh assigned 2026-M02 2026-02-01 2026-02-19';
    expect(await given()).toEqual([first, yearly]);
    await makeDueDuties(on('2026-04-02'));
    expect(await given()).toEqual([
      first,
      'n1 so-tai-chinh assigned 2026-M03 2026-03-01 2026-03-19',
      'n1 so-tai-chinh assigned 2026-M04 2026-04-01 2026-04-20',
      yearly,
    ]);
    await makeDueDuties(on('2027-02-02'));
    expect((await given()).slice(-2)).toEqual(['n1 so-tai-chinh assigned 2026-M12 2026-12-01 2026-12-21', yearly]);
  });

  it('is made for documents that were in force before there were duties', async () => {
    const document = await reviewed([aTask()]);
    await take('issue', document);
    const given = await duties(document);
    await sql`delete from duty where id in (select duty_id from duty_origin where document_id = ${document})`.execute(
      database.db,
    );
    expect(await makeDueDuties(database)).toBe(2);
    expect(await duties(document)).toEqual(given);
  });

  it('goes when the issue is taken back, but not once somebody has reported', async () => {
    const document = await reviewed([aTask()]);
    await take('issue', document);
    await take('takeBack', document);
    expect(await duties(document)).toEqual([]);
    await take('issue', document);
    await report(document);
    await expect(take('takeBack', document)).rejects.toMatchObject({ code: 'dutiesReported', detail: { count: 1 } });
    expect(await duties(document)).toHaveLength(2);
  });

  it('stays through a correction after the issue; who comes in gets a duty, who goes out loses it', async () => {
    const document = await reviewed([aTask(), aTask()]);
    const agencies = [{ name: 'Các sở liên quan', meaning: { groupId: 'lien-quan' } }];
    await act(document, { verb: 'setAgencies', items: [await itemOf(document, 't1')], role: 'named', agencies });
    await take('issue', document);
    const ids = async () =>
      (
        await sql<{ id: string }>`select duty_id as id from duty_origin where document_id = ${document}
        and finding_id like 'n%' order by 1`.execute(database.db)
      ).rows;
    const before = await ids();
    expect(before).toHaveLength(2);
    const choose = async (agencyIds: string[]) =>
      act(document, {
        verb: 'chooseMembers',
        item: await itemOf(document, 't1'),
        role: 'named',
        position: 0,
        agencyIds,
      });
    await choose(['so-noi-vu', 'so-y-te']);
    expect(await duties(document)).toContain('t1 so-noi-vu assigned - - 2026-12-31');
    await choose(['so-y-te']);
    expect((await duties(document)).filter((line) => line.startsWith('t1'))).toEqual([
      't1 so-y-te assigned - - 2026-12-31',
    ]);
    expect(await ids()).toEqual(before);
  });

  it('ends with the document, but for what is done, and goes on with it', async () => {
    const document = await reviewed([aTask(), aTask()]);
    await take('issue', document);
    await sql`update duty set stage = 'done', done_on = '2026-02-01' where id in (
      select duty_id from duty_origin where document_id = ${document} and finding_id = 'n1')`.execute(database.db);
    const before = await duties(document);
    await take('withdraw', document, { day: today(database.clock) });
    expect((await duties(document)).map((line) => line.split(' ')[2])).toEqual(['done', 'dropped', 'dropped']);
    await take('reinstate', document);
    expect(await duties(document)).toEqual(before);
  });

  it('ends where a later document changes what set it, and goes on when that one is taken back', async () => {
    const document = await reviewed([aTask()], { number: '15/NQ-HĐND' });
    await take('issue', document);
    const later = await reviewed([aTask()], {
      number: '20/NQ-HĐND',
      references: [
        {
          number: '15/NQ-HĐND',
          relation: 'amends',
          date: null,
          span: { start: 0, end: 5 },
          kind: null,
          issuer: null,
          part: null,
        },
      ],
    });
    const pair = { relation: 'amends', kind: 'task', documentId: document, otherDocumentId: later } as const;
    await putJudgement(database.db, { ...pair, findingId: 'n1', otherFindingId: 'n1' }, 'confirmed');
    await take('issue', later, { day: '2026-02-01' });
    expect((await duties(document)).map((line) => line.split(' ')[2])).toEqual(['dropped', 'assigned']);
    await take('takeBack', later);
    expect((await duties(document)).map((line) => line.split(' ')[2])).toEqual(['assigned', 'assigned']);
  });

  it('gets another deadline where its sentence is set right, unless another was granted since', async () => {
    const document = await reviewed([aTask(), aTask()]);
    await take('issue', document);
    await sql`update duty set due = '2026-09-30' where id in (
      select duty_id from duty_origin where document_id = ${document} and finding_id = 'n2')`.execute(database.db);
    for (const id of ['n1', 'n2'])
      await act(document, {
        verb: 'correct',
        item: await itemOf(document, id),
        change: { kind: 'task', fields: { time: { kind: 'by', to: '2026-06-30' } } },
        reason: 'Đọc nhầm quý',
      });
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', o.finding_id, d.first_due, d.due) as line from duty d join duty_origin o on o.duty_id = d.id
      where o.document_id = ${document} and o.finding_kind = 'task' order by 1`.execute(database.db);
    expect(rows.map(({ line }) => line)).toEqual(['n1 2026-06-30 2026-06-30', 'n2 2026-06-30 2026-09-30']);
  });

  it('leaves to the other document what was joined, when the issue of one is taken back', async () => {
    const join = async (from: string, to: string) => {
      const ids = await sql<{ id: string }>`select duty_id as id from duty_origin
        where document_id = any(${[from, to]}::uuid[]) and finding_id = 'n1' order by document_id = ${to}`.execute(
        database.db,
      );
      const [one = '', other = ''] = ids.rows.map(({ id }) => id);
      await sql`update duty_origin set duty_id = ${other}, from_duty = ${one} where duty_id = ${one}`.execute(
        database.db,
      );
      await sql`update duty set stage = 'dropped', stage_before = 'accepted', because = 'joined', joined_into = ${other}
        where id = ${one}`.execute(database.db);
    };
    const [first, second, third] = [
      await reviewed([aTask()], { number: '1/KH' }),
      await reviewed([aTask()], { number: '2/KH' }),
      await reviewed([aTask()], { number: '3/KH' }),
    ];
    for (const one of [first, second, third]) await take('issue', one);
    await join(first, second);
    await join(third, second);
    await take('takeBack', third);
    expect(await duties(third)).toEqual([]);
    expect((await duties(second)).map((line) => line.split(' ')[2])).toEqual(['assigned', 'assigned']);
    await take('takeBack', second);
    expect((await duties(first)).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'n1 so-tai-chinh accepted',
      't1 so-y-te assigned',
    ]);
  });

  it('is told to the people of the agency: of one duty itself, of several the document that gave them', async () => {
    const people = async (agencyId: string) => {
      const userId = await storeUser(database.db);
      await addPost(database.db, { userId, role: 'head', agencyId, validFrom: '2020-01-01', givenBy: null });
      return async () => {
        const { rows } = await sql<{ kind: string; details: { what: string } }>`
          select kind, details from notice where user_id = ${userId}`.execute(database.db);
        return rows.map(({ kind, details }) => `${kind} ${details.what}`);
      };
    };
    const [finance, health] = [await people('so-tai-chinh'), await people('so-y-te')];
    const document = await reviewed([aTask(), aTask()], { number: '77/KH-UBND' });
    await take('issue', document);
    expect(await finance()).toEqual(['assigned 77/KH-UBND']);
    expect(await health()).toEqual([expect.stringMatching(/^assigned Nội dung/)]);
  });
});
