import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { storeAgencies, storeGroup } from '../../test/registers.ts';
import type { User } from '../registry/may.ts';
import type { ReviewAction, Seen } from '../registry/review.ts';
import { putJudgement } from '../store/counterparts.ts';
import { actInReview } from './act-in-review.ts';
import { changeDocumentState, type DocumentStep } from './change-document-state.ts';
import { getReview, getStory } from './review.ts';

describe.each(engines)('the states of a document, on $name', (engine) => {
  let database: FreshDatabase;
  let officer: User;
  let id: string;

  const act = (action: ReviewAction, document = id) => actInReview(database, officer, document, action);
  const take = async (verb: DocumentStep['verb'], step: Partial<DocumentStep> = {}, document = id) => {
    const { version } = (await getReview(database, officer, document)).document;
    return changeDocumentState(database, officer, document, { verb, version, acceptRest: false, ...step });
  };
  const seen = async (document = id): Promise<Seen[]> =>
    (await getReview(database, officer, document)).items.map(({ kind, id: finding, version }) => ({
      kind,
      id: finding,
      version,
    }));
  const lead = async (agencyId: string, document = id) =>
    act(
      {
        verb: 'setAgencies',
        items: (await seen(document)).filter(({ kind }) => kind === 'task'),
        role: 'lead',
        agencies: [{ name: agencyId, meaning: { agencyId } }],
      },
      document,
    );
  const assignments = async (document = id) =>
    (
      await database.db
        .selectFrom('assignment')
        .select(['finding_id', 'role', 'agency_id', 'valid_from', 'valid_until'])
        .where('document_id', '=', document)
        .orderBy('finding_id')
        .orderBy('role', 'desc')
        .orderBy('agency_id')
        .execute()
    ).map((row) => Object.values(row).join(' '));
  const validity = async (document = id) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', id, review, coalesce(valid_from::text, '-'), coalesce(valid_until::text, '-')) as line
      from (select id, review, valid_from, valid_until from target where document_id = ${document}
        union all select id, review, valid_from, valid_until from task where document_id = ${document}) f
      order by id`.execute(database.db);
    return rows.map(({ line }) => line);
  };
  const resolution = (number: string, references: { number: string; relation: 'amends' }[] = []) =>
    storeDocument(database.db, officer.id, {
      header: {
        number,
        issuedOn: '2025-12-10',
        references: references.map((one) => ({
          ...one,
          date: null,
          span: { start: 0, end: 5 },
          kind: null,
          issuer: null,
          part: null,
        })),
      },
      targets: [aTarget({ agencies: [] }), aTarget({ agencies: [] })],
      tasks: [aTask({ coord: ['Sở Y tế', 'Các sở liên quan'] })],
    });

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
  beforeEach(async () => {
    id = await resolution('15/NQ-HĐND');
  });
  afterAll(() => database.drop());

  it('lead no document past the review while a lead is not known or something is undecided', async () => {
    await take('beginReview');
    await expect(take('issue', { acceptRest: true })).rejects.toMatchObject({
      code: 'documentBlocked',
      detail: { count: 1 },
    });
    await lead('so-tai-chinh');
    await expect(take('issue')).rejects.toMatchObject({ code: 'findingsUndecided', detail: { count: 3 } });
    expect(await assignments()).toEqual([]);
  });

  it('issue it from its own day: what was accepted is in force, its bodies have the work, each by itself', async () => {
    await lead('so-tai-chinh');
    await act({ verb: 'reject', items: (await seen()).filter((one) => one.id === 't2') });
    const { document } = await take('issue', { acceptRest: true, reason: 'Đã thông qua' });
    expect(document).toMatchObject({ state: 'issued', validFrom: '2025-12-10', validUntil: null, accepted: 2 });
    expect(await validity()).toEqual(['n1 accepted 2025-12-10 -', 't1 accepted 2025-12-10 -', 't2 rejected - -']);
    expect(await assignments()).toEqual(['n1 lead so-tai-chinh 2025-12-10 ']);
    const [step] = await getStory(database, id, { kind: 'document', id }, { limit: 1 });
    expect(step).toMatchObject({
      verb: 'issue',
      reason: 'Đã thông qua',
      by: { name: 'Cán bộ Thử' },
      before: { state: 'inReview', validFrom: null },
      after: { state: 'issued', validFrom: '2025-12-10' },
    });
  });

  it('ask from which day a document without a date is in force', async () => {
    const undated = await storeDocument(database.db, officer.id, {
      header: { number: '99/KH-UBND', issuedOn: null },
      targets: [aTarget({ agencies: [] })],
      tasks: [],
    });
    await take('beginReview', {}, undated);
    await expect(take('issue', { acceptRest: true }, undated)).rejects.toMatchObject({ code: 'issueDayMissing' });
    expect(await validity(undated)).toEqual(['t1 proposed - -']);
    const { document } = await take('issue', { acceptRest: true, day: '2026-02-01' }, undated);
    expect(document).toMatchObject({ state: 'issued', validFrom: '2026-02-01' });
  });

  it('let a finding in force be set right with a reason: the old state stays in its story, its work follows', async () => {
    await lead('so-tai-chinh');
    await take('issue', { acceptRest: true });
    const one = async (finding: string) => (await seen()).find((each) => each.id === finding) as Seen;
    const change = { kind: 'target' as const, fields: { value: 91 } };
    await expect(act({ verb: 'correct', item: await one('t1'), change })).rejects.toMatchObject({
      code: 'reasonMissing',
    });
    const reason = 'Đính chính theo Công văn 12';
    const { document, changed } = await act({ verb: 'correct', item: await one('t1'), change, reason });
    expect(document).toMatchObject({ state: 'issued', accepted: 3, blocked: 0 });
    expect(changed).toMatchObject([{ id: 't1', review: 'accepted', record: { value: 91 } }]);
    expect(await getStory(database, id, { kind: 'target', id: 't1' }, { limit: 1 })).toMatchObject([
      { verb: 'rectify', reason, before: { value: 1.5 }, after: { value: 91 }, by: { name: 'Cán bộ Thử' } },
    ]);
    const agencies = [{ name: 'Sở Y tế', meaning: { agencyId: 'so-y-te' } }];
    await act({ verb: 'setAgencies', items: [await one('n1')], role: 'lead', agencies, reason });
    expect(await assignments()).toEqual(['n1 lead so-y-te 2025-12-10 ']);
    expect(await validity()).toEqual([
      'n1 accepted 2025-12-10 -',
      't1 accepted 2025-12-10 -',
      't2 accepted 2025-12-10 -',
    ]);
    await act({ verb: 'undo' });
    expect(await assignments()).toEqual(['n1 lead so-tai-chinh 2025-12-10 ']);
  });

  it('let nothing in force come to have an unknown lead or an unreadable time', async () => {
    await lead('so-tai-chinh');
    await take('issue', { acceptRest: true });
    const before = await getReview(database, officer, id);
    const n1 = (await seen()).find((each) => each.id === 'n1') as Seen;
    const reason = 'Ghi nhầm';
    for (const [fields, why] of [
      [{ lead: ['Tổ công tác lạ'] }, 'leadUnresolved'],
      [{ lead: [] }, 'leadMissing'],
      [{ time: { kind: 'none' }, timeRaw: 'khi có hướng dẫn' }, 'timeUnreadable'],
    ] as const) {
      const change = structuredClone({ kind: 'task' as const, fields }) as never;
      await expect(act({ verb: 'correct', item: n1, change, reason })).rejects.toMatchObject({
        code: 'findingBlocked',
        detail: { finding: 'n1', reason: why },
      });
    }
    expect(await getReview(database, officer, id)).toEqual(before);
    await expect(act({ verb: 'reject', items: [n1], reason })).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  it('give the work of a group to each of its members, but of a "liên quan" group to nobody until its members are chosen', async () => {
    await lead('so-tai-chinh');
    const coord = async (groupId: string) =>
      act({
        verb: 'setAgencies',
        items: (await seen()).filter(({ kind }) => kind === 'task'),
        role: 'coord',
        agencies: [{ name: groupId, meaning: { groupId } }],
      });
    await coord('lien-quan');
    await take('issue', { acceptRest: true });
    expect(await assignments()).toEqual(['n1 lead so-tai-chinh 2025-12-10 ']);
    await take('takeBack');
    await coord('cac-so');
    await take('issue', { acceptRest: true });
    // The one that leads is a member, too, and does not work along with itself.
    expect(await assignments()).toEqual([
      'n1 lead so-tai-chinh 2025-12-10 ',
      'n1 coord so-noi-vu 2025-12-10 ',
      'n1 coord so-y-te 2025-12-10 ',
    ]);
  });

  it('let an officer settle afterwards what was left open, and give the work then', async () => {
    await lead('so-tai-chinh');
    await take('issue', { acceptRest: true, day: '2026-01-01' });
    const task = async () => (await seen()).find((one) => one.id === 'n1') as Seen;
    const place = { role: 'coord', everywhere: false } as const;
    await act({ verb: 'resolveAgency', item: await task(), ...place, position: 1, meaning: { agencyId: 'so-y-te' } });
    await act({ verb: 'resolveAgency', item: await task(), ...place, position: 2, meaning: { groupId: 'lien-quan' } });
    const agencyIds = ['so-noi-vu', 'so-tai-chinh'];
    await act({ verb: 'chooseMembers', item: await task(), role: 'coord', position: 2, agencyIds });
    // Whoever leads does not work along with itself.
    expect(await assignments()).toEqual([
      'n1 lead so-tai-chinh 2026-01-01 ',
      'n1 coord so-noi-vu 2026-01-01 ',
      'n1 coord so-y-te 2026-01-01 ',
    ]);
    await act({ verb: 'undo' });
    expect(await assignments()).toHaveLength(2);
    const items = [await task()];
    await expect(act({ verb: 'reject', items })).rejects.toMatchObject({ code: 'notPossibleNow' });
    const otherwise = {
      verb: 'resolveAgency',
      item: await task(),
      role: 'lead',
      position: 0,
      everywhere: false,
    } as const;
    await expect(act({ ...otherwise, meaning: { agencyId: 'so-y-te' } })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
  });

  it('end it on a day and take that back, exactly', async () => {
    await lead('so-tai-chinh');
    await take('issue', { acceptRest: true });
    const before = [await validity(), await assignments()];
    await expect(take('withdraw', { day: '2025-01-01' })).rejects.toMatchObject({ code: 'invalidInput' });
    const { document } = await take('withdraw', { day: '2026-05-01', reason: 'Ban hành nhầm' });
    expect(document).toMatchObject({ state: 'withdrawn', validUntil: '2026-05-01', may: ['reinstate'] });
    expect(await validity()).toEqual([
      'n1 accepted 2025-12-10 2026-05-01',
      't1 accepted 2025-12-10 2026-05-01',
      't2 accepted 2025-12-10 2026-05-01',
    ]);
    expect(await assignments()).toEqual(['n1 lead so-tai-chinh 2025-12-10 2026-05-01']);
    await take('reinstate');
    expect([await validity(), await assignments()]).toEqual(before);
  });

  it('take an issue back as if it had not been, until a reorganisation has moved its work', async () => {
    await lead('so-tai-chinh');
    await take('issue', { acceptRest: true });
    const { document } = await take('takeBack', { reason: 'Đọc sai' });
    expect(document).toMatchObject({ state: 'inReview', validFrom: null });
    expect(await validity()).toEqual(['n1 accepted - -', 't1 accepted - -', 't2 accepted - -']);
    expect(await assignments()).toEqual([]);
    await take('issue');
    await sql`insert into reorganisation (id, title, effective_on, legal_basis, state)
      values (${id}, 'Sáp nhập', '2026-03-01', 'NQ', 'applied')`.execute(database.db);
    await sql`update assignment set valid_until = '2026-03-01', ended_by = ${id} where document_id = ${id}`.execute(
      database.db,
    );
    await expect(take('takeBack')).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  it('end in an earlier document what an officer said that the later one changes, from the later one’s day', async () => {
    await lead('so-tai-chinh');
    await take('issue', { acceptRest: true });
    const later = await resolution('20/NQ-HĐND', [{ number: '15/NQ-HĐND', relation: 'amends' }]);
    const pair = { relation: 'amends', kind: 'target', documentId: id, otherDocumentId: later } as const;
    await putJudgement(database.db, { ...pair, findingId: 't1', otherFindingId: 't1' }, 'confirmed');
    await putJudgement(database.db, { ...pair, findingId: 't2', otherFindingId: 't2' }, 'rejected');
    await lead('so-tai-chinh', later);
    await take('issue', { acceptRest: true, day: '2026-02-01' }, later);
    expect(await validity()).toEqual([
      'n1 accepted 2025-12-10 -',
      't1 accepted 2025-12-10 2026-02-01',
      't2 accepted 2025-12-10 -',
    ]);
    const [ended] = await getStory(database, id, { kind: 'target', id: 't1' }, { limit: 1 });
    expect(ended).toMatchObject({ verb: 'end', after: { validUntil: '2026-02-01', by: later } });
    // Withdrawn and reinstated on that very day, what the later one ended stays ended.
    await take('withdraw', { day: '2026-02-01' });
    await take('reinstate');
    expect((await validity())[1]).toBe('t1 accepted 2025-12-10 2026-02-01');
    await take('takeBack', {}, later);
    expect((await validity())[1]).toBe('t1 accepted 2025-12-10 -');
  });

  it('refuse a step that was decided on an older version, or that is none', async () => {
    const { version } = (await getReview(database, officer, id)).document;
    await take('beginReview');
    const stale = { verb: 'issue', version, acceptRest: true } as const;
    await expect(changeDocumentState(database, officer, id, stale)).rejects.toMatchObject({
      code: 'changedMeanwhile',
      detail: { name: 'Cán bộ Thử' },
    });
    await expect(take('supersede')).rejects.toMatchObject({ code: 'notPossibleNow' });
  });
});
