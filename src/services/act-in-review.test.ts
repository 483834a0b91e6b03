import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aNote, aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { storeAgencies, storeGroup } from '../../test/registers.ts';
import type { User } from '../registry/may.ts';
import type { ReviewAction, ReviewItem, Seen } from '../registry/review.ts';
import { findDocument } from '../store/documents.ts';
import { listTasks } from '../store/tasks.ts';
import { actInReview } from './act-in-review.ts';
import { getReview, getStory } from './review.ts';

const text = 'Sở Tài chính chủ trì giải ngân vốn đầu tư công. Sở Y tế phối hợp khám chữa bệnh. Cả tỉnh cùng làm.';

describe.each(engines)('the review of a document, on $name', (engine) => {
  let database: FreshDatabase;
  let officer: User;
  let other: User;
  let id: string;

  const review = () => getReview(database, officer, id);
  const act = (action: ReviewAction, user = officer) => actInReview(database, user, id, action);
  const item = async (finding: string): Promise<ReviewItem> => {
    const found = (await review()).items.find((one) => one.id === finding);
    if (!found) throw new Error(`no ${finding}`);
    return found;
  };
  const seen = async (...ids: string[]): Promise<Seen[]> =>
    (await Promise.all(ids.map(item))).map(({ kind, id: findingId, version }) => ({ kind, id: findingId, version }));
  const one = async (finding: string): Promise<Seen> => {
    const [first] = await seen(finding);
    if (!first) throw new Error(`no ${finding}`);
    return first;
  };
  /** Names the lead of the task that is blocked and settles what it means. */
  const unblock = async () =>
    act({
      verb: 'setAgencies',
      items: await seen('n1', 'n2', 'n3'),
      role: 'lead',
      agencies: [{ name: 'Sở Tài chính', meaning: { agencyId: 'so-tai-chinh' } }],
    });

  beforeAll(async () => {
    database = await freshDatabase(engine);
    officer = { id: await storeUser(database.db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    other = { id: await storeUser(database.db), name: 'Cán bộ Thử', email: 'b@thu.vn' };
    await storeAgencies(database.db, { 'so-tai-chinh': 'Sở Tài chính', 'so-y-te': 'Sở Y tế' });
    await storeGroup(database.db, 'cac-so-lien-quan', 'Các sở liên quan', true);
  });
  beforeEach(async () => {
    id = await storeDocument(database.db, officer.id, {
      text,
      targets: [
        aTarget({ span: { start: 0, end: 12 }, confidence: 0.9 }),
        aTarget({ span: { start: 13, end: 40 }, confidence: 0.5, parentId: 't1' }),
        aTarget({ span: { start: 41, end: 50 }, confidence: 0.7 }),
      ],
      tasks: [
        aTask({ span: { start: 0, end: 47 } }),
        aTask({ span: { start: 48, end: 80 }, lead: [], coord: ['Sở Y tế'] }),
        aTask({ span: { start: 81, end: 98 }, timeRaw: 'khi có hướng dẫn', time: { kind: 'none' } }),
      ],
      notes: [
        aNote({ findingId: 't2', code: 'readingUncertain' }),
        aNote({ findingId: 't3', code: 'figureSuspected' }),
        aNote({ findingId: 't1', code: 'readingUncertain' }),
      ],
    });
  });
  afterAll(() => database.drop());

  it('shows what is blocked first, then what is doubtful, heaviest and least sure first', async () => {
    const { items, document } = await review();
    expect(items.map(({ id: finding }) => finding)).toEqual(['n1', 'n2', 'n3', 't3', 't2', 't1']);
    expect(Object.fromEntries(items.map(({ id: finding, blockers }) => [finding, blockers]))).toMatchObject({
      n1: ['leadUnresolved'],
      n2: ['leadMissing'],
      n3: ['leadUnresolved', 'timeUnreadable'],
      t3: [],
    });
    expect(document).toMatchObject({ state: 'read', undecided: 6, blocked: 3, may: ['beginReview'] });
  });

  it('is begun by the first thing that is done, and that is recorded', async () => {
    const { document, changed, undo } = await act({ verb: 'accept', items: await seen('t1', 't2') });
    expect(document).toMatchObject({ state: 'inReview', version: 2, undecided: 4, accepted: 2 });
    expect(changed.map(({ review: state, version }) => [state, version])).toEqual([
      ['accepted', 2],
      ['accepted', 2],
    ]);
    expect(undo).toMatchObject({ verb: 'accept', count: 2 });
    const story = await getStory(database, id, undefined, { limit: 10 });
    expect(story.map(({ verb, subjectId }) => [verb, subjectId])).toEqual([
      ['accept', 't2'],
      ['accept', 't1'],
      ['beginReview', id],
    ]);
    expect((await item('t1')).last).toMatchObject({ verb: 'accept', by: { id: officer.id, name: 'Cán bộ Thử' } });
  });

  it('accepts nothing that is blocked, and nothing else of the same action', async () => {
    const items = await seen('t1', 'n2');
    await expect(act({ verb: 'accept', items })).rejects.toMatchObject({
      code: 'findingBlocked',
      detail: { finding: 'n2', reason: 'leadMissing' },
    });
    expect((await item('t1')).review).toBe('proposed');
    expect((await review()).document.state).toBe('read');
  });

  it('refuses what was decided on an older version, and says who changed it and when', async () => {
    const before = await one('t1');
    await act({ verb: 'reject', items: [before], reason: 'Không phải chỉ tiêu' }, other);
    await expect(act({ verb: 'accept', items: [before, await one('t2')] })).rejects.toMatchObject({
      code: 'changedMeanwhile',
      detail: { finding: 't1', name: 'Cán bộ Thử', at: expect.stringMatching(/^\d{4}-/) },
    });
    expect((await item('t2')).review).toBe('proposed');
  });

  it('lets of two who act in the same moment one win and tells the other', async () => {
    const items = [await one('t1')];
    const results = await Promise.allSettled([act({ verb: 'accept', items }), act({ verb: 'reject', items }, other)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'changedMeanwhile' });
  });

  it('takes a correction as acceptance, finds it by its new words and counts its body anew', async () => {
    const change = {
      kind: 'task',
      fields: {
        span: { start: 48, end: 98 },
        lead: ['  Đơn vị  đầu mối '],
        time: { kind: 'by', to: '2027-06-30' },
        productRaw: 'Báo cáo kết quả khám chữa bệnh',
      },
    } as const;
    const { changed } = await act({ verb: 'correct', item: await one('n2'), change: structuredClone(change) as never });
    expect(changed[0]).toMatchObject({ review: 'proposed', blockers: ['leadUnresolved'], quote: text.slice(48, 98) });
    const resolved = await act({
      verb: 'resolveAgency',
      item: await one('n2'),
      role: 'lead',
      position: 0,
      meaning: { agencyId: 'so-y-te' },
      everywhere: true,
    });
    expect(resolved.changed.map(({ id: finding }) => finding)).toEqual(['n2']);
    expect((await item('n2')).mentions.map(({ role, agency }) => [role, agency?.id])).toEqual([
      ['lead', 'so-y-te'],
      ['coord', undefined],
    ]);
    const accepted = await act({ verb: 'accept', items: [await one('n2')] });
    expect(accepted.changed[0]?.review).toBe('accepted');
    const query = { document: [id], group: [], role: [], due: [], sort: 'document', order: 'asc' } as const;
    const whole = { offset: 0, limit: 10 };
    const found = await listTasks(
      database.db,
      {
        ...query,
        document: [id],
        group: [],
        role: ['lead'],
        due: [],
        year: [2027],
        agency: ['đơn vị đầu mối'],
        q: 'kết quả',
      },
      whole,
    );
    expect(found.rows).toMatchObject([{ id: 'n2', lead: ['Đơn vị đầu mối'], quote: text.slice(48, 98) }]);
  });

  it('knows what a newly written name means, as the reader does', async () => {
    const change = { kind: 'task' as const, fields: { lead: ['Sở Y tế', 'Tổ công tác 9'] } };
    const { changed } = await act({ verb: 'correct', item: await one('n2'), change });
    expect(changed[0]?.mentions.map(({ name, agency, matchedBy }) => [name, agency?.id, matchedBy])).toEqual([
      ['Sở Y tế', 'so-y-te', 'name'],
      ['Tổ công tác 9', undefined, null],
      ['Sở Y tế', undefined, null],
    ]);
  });

  it('settles a name in the whole document at once, but not where an officer has said otherwise', async () => {
    const resolve = async (finding: string, agencyId: string, everywhere: boolean) =>
      act({
        verb: 'resolveAgency',
        item: await one(finding),
        role: 'lead',
        position: 0,
        meaning: { agencyId },
        everywhere,
      });
    await resolve('n3', 'so-y-te', false);
    const { changed } = await resolve('n1', 'so-tai-chinh', true);
    expect(changed.map(({ id: finding }) => finding)).toEqual(['n1']);
    expect((await item('n3')).mentions[0]).toMatchObject({
      agency: { id: 'so-y-te', name: 'Sở Y tế' },
      matchedBy: 'officer',
    });
  });

  it('names a lead for many at once', async () => {
    const { changed } = await unblock();
    expect(changed.map(({ id: finding, blockers }) => [finding, blockers])).toEqual([
      ['n3', ['timeUnreadable']],
      ['n1', []],
      ['n2', []],
    ]);
  });

  it('waits for the members of a "liên quan" group that leads', async () => {
    const agencies = [{ name: 'Các sở liên quan', meaning: { groupId: 'cac-so-lien-quan' } }];
    await act({ verb: 'setAgencies', items: [await one('n1')], role: 'lead', agencies });
    expect((await item('n1')).blockers).toEqual(['membersNotChosen']);
    const chosen = { verb: 'chooseMembers', role: 'lead', position: 0, agencyIds: ['so-y-te'] } as const;
    const { changed } = await act({ ...chosen, item: await one('n1'), agencyIds: ['so-y-te'] });
    expect(changed[0]).toMatchObject({
      blockers: [],
      mentions: [{ group: { members: [{ id: 'so-y-te', name: 'Sở Y tế' }] } }, { role: 'coord' }],
    });
  });

  it('splits one into several, which take its place in the order of the text', async () => {
    const { record } = await item('t1');
    if (!('value' in record)) throw new Error('no target');
    const { id: _, confidence: __, ...fields } = record;
    const parts = [0, 6].map((start) => ({
      kind: 'target' as const,
      fields: { ...fields, span: { start, end: start + 6 }, name: `Phần ${start}` },
    }));
    const { changed } = await act({ verb: 'split', item: await one('t1'), parts });
    expect(changed.map(({ id: finding, review: state }) => [finding, state])).toEqual([
      ['t2', 'proposed'],
      ['t1', 'replaced'],
      ['t4', 'accepted'],
      ['t5', 'accepted'],
    ]);
    // What was a part of it is a part of the first that stands in its place.
    expect(await item('t2')).toMatchObject({ record: { parentId: 't4' } });
    expect(await findDocument(database.db, id)).toMatchObject({ targetCount: 4, taskCount: 3 });
  });

  it('joins neighbours into one that says what all of them said, and only neighbours', async () => {
    await unblock();
    const { changed } = await act({ verb: 'join', items: await seen('n2', 'n1') });
    const made = changed.find(({ id: finding }) => finding === 'n4');
    expect(made).toMatchObject({
      review: 'accepted',
      quote: text.slice(0, 80),
      record: { lead: ['Sở Tài chính'], coord: ['Các sở, ban, ngành', 'Sở Y tế'], span: { start: 0, end: 80 } },
    });
    await expect(act({ verb: 'join', items: await seen('t1', 't3') })).rejects.toMatchObject({ code: 'notNeighbours' });
  });

  it('adds what the reader missed, where it stands in the text', async () => {
    const { id: _, confidence: __, ...fields } = aTarget({ span: { start: 14, end: 20 }, name: 'Bỏ sót' });
    const { changed } = await act({ verb: 'add', draft: { kind: 'target', fields } });
    expect(changed).toMatchObject([
      { id: 't4', review: 'accepted', quote: text.slice(14, 20), record: { confidence: 1 } },
    ]);
    const outside = { ...fields, span: { start: 14, end: 20_000 } };
    await expect(act({ verb: 'add', draft: { kind: 'target', fields: outside } })).rejects.toMatchObject({
      code: 'invalidInput',
      detail: { field: 'span' },
    });
  });

  it('takes back what the same person did last, one step at a time, and never what somebody else has gone on from', async () => {
    await act({ verb: 'accept', items: await seen('t1', 't2') });
    await act({ verb: 'reject', items: await seen('t3') });
    await act({ verb: 'reopen', items: await seen('t3') }, other);
    await expect(act({ verb: 'undo' })).rejects.toMatchObject({ code: 'changedMeanwhile', detail: { finding: 't3' } });
    await act({ verb: 'undo' }, other);
    expect((await act({ verb: 'undo' })).changed).toMatchObject([{ id: 't3', review: 'proposed' }]);
    expect((await act({ verb: 'undo' })).changed).toMatchObject([{ review: 'proposed' }, { review: 'proposed' }]);
    await expect(act({ verb: 'undo' })).rejects.toMatchObject({ code: 'nothingToUndo' });
  });

  it('refuses what names no agency, group, indicator or finding of the register', async () => {
    const resolve = {
      verb: 'resolveAgency',
      item: await one('n1'),
      role: 'lead',
      position: 0,
      everywhere: false,
    } as const;
    for (const action of [
      { ...resolve, meaning: { agencyId: 'khong-co' } },
      { ...resolve, meaning: { groupId: 'khong-co' } },
      { ...resolve, meaning: { agencyId: 'so-y-te' }, position: 9 },
      { verb: 'chooseIndicator', items: await seen('t1'), indicatorId: 'khong-co' },
      { verb: 'accept', items: [{ kind: 'task', id: 'n99', version: 1 }] },
    ] satisfies ReviewAction[])
      await expect(act(action)).rejects.toMatchObject({ code: 'notFound' });
  });
});
