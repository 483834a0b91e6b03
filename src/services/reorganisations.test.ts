import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import {
  registerState,
  storeDatedAgencies,
  storeGivenWork,
  storeKnownEvent,
  workOn,
  workWithoutAgency,
} from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import type { User } from '../registry/may.ts';
import type { Rehearsal } from '../registry/rehearsal.ts';
import type { Move, NewAgency, ReorganisationEvent } from '../registry/reorganisation.ts';
import { readStory } from '../store/actions.ts';
import { type App, createApp } from './app.ts';
import { confirmReorganisation, undoReorganisation } from './carry-out-reorganisation.ts';
import {
  changeReorganisation,
  listReorganisations,
  planNewReorganisation,
  rehearse,
  removeReorganisation,
} from './reorganisations.ts';

const move = (kind: Move['kind'], from: string, to: string | null, more: Partial<Move> = {}): Move => ({
  ...{ kind, from, to, field: null, name: null },
  ...more,
});

const fresh = (id: string, name: string): NewAgency => ({
  ...{ id, name, kind: 'department', tier: 'province', profile: null, placeId: null, parentId: null, symbol: null },
});

const event = (moves: Move[], more: Partial<ReorganisationEvent> = {}): ReorganisationEvent => ({
  title: 'Sắp xếp các sở',
  legalBasis: 'NQ 12/NQ-HĐND',
  effectiveOn: '2025-03-01',
  newAgencies: [],
  moves,
  ...more,
});

describe.each(engines)('a reorganisation, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let user: User;
  let plan2023: string;

  beforeEach(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 1_000_000, demo: false });
    user = { id: await storeUser(database.db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    await storeDatedAgencies(database.db, [
      { id: 'khdt', name: 'Sở Kế hoạch và Đầu tư' },
      { id: 'tc', name: 'Sở Tài chính' },
      { id: 'ld', name: 'Sở Lao động - Thương binh và Xã hội' },
      { id: 'nv', name: 'Sở Nội vụ' },
      { id: 'yt', name: 'Sở Y tế' },
      { id: 'tnmt', name: 'Sở Tài nguyên và Môi trường' },
      { id: 'nnptnt', name: 'Sở Nông nghiệp và Phát triển nông thôn' },
    ]);
    plan2023 = await storeGivenWork(database.db, user.id, {
      number: '95/KH-UBND',
      day: '2023-12-08',
      tasks: [
        { quote: 'Lập kế hoạch đầu tư công', lead: ['khdt'], coord: ['tc', 'tnmt', 'nnptnt'] },
        { quote: 'Giải quyết việc làm cho lao động nông thôn', lead: ['ld'], coord: ['khdt'] },
        { quote: 'Chăm sóc, bảo vệ trẻ em', lead: ['ld'], coord: ['yt'] },
        { quote: 'Quản lý rừng phòng hộ', lead: ['nnptnt'], coord: ['tnmt'], monitor: ['khdt'] },
      ],
    });
  });
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const merger = () =>
    event(
      [
        move('merge', 'khdt', 'tc'),
        move('merge', 'tnmt', 'moi-1'),
        move('merge', 'nnptnt', 'moi-1'),
        move('split', 'ld', 'nv', { field: 'lao động, việc làm' }),
        move('split', 'ld', 'yt', { field: 'bảo trợ xã hội, trẻ em' }),
      ],
      { newAgencies: [fresh('moi-1', 'Sở Nông nghiệp và Môi trường')] },
    );
  const seen = ({ version, counts }: Rehearsal) => ({ version, ended: counts.ended, made: counts.made });
  const confirm = (rehearsal: Rehearsal) => confirmReorganisation(app, user, rehearsal.id, seen(rehearsal));
  const state = () => registerState(database.db);

  /** Follows every suggestion. */
  const decided = (rehearsal: Rehearsal) =>
    changeReorganisation(app, user, rehearsal.id, {
      version: rehearsal.version,
      decisions: rehearsal.choices.flatMap(({ assignmentId, suggestion }) =>
        suggestion ? [{ assignmentId, heirs: suggestion.heirs }] : [],
      ),
    });

  it('shows all it would move before anything of the register changes', async () => {
    const before = await state();
    const shown = await planNewReorganisation(app, user, merger());
    expect(await state()).toEqual(before);
    expect(shown).toMatchObject({ state: 'planned', own: true, faults: [] });
    expect(shown.counts).toMatchObject({ waiting: 2, ended: 8, made: 5, joined: 3, tasks: 3, documents: 1 });
    expect(
      shown.choices.map(({ work, suggestion }) => [shown.works[work]?.quote, suggestion?.heirs[0]?.agencyId]),
    ).toEqual([
      ['Giải quyết việc làm cho lao động nông thôn', 'nv'],
      ['Chăm sóc, bảo vệ trẻ em', 'yt'],
    ]);
    const fromNn = shown.flows.find(({ from }) => from === 'nnptnt');
    expect([fromNn?.tasks, fromNn?.lead, shown.names[fromNn?.to ?? '']]).toEqual([
      2,
      1,
      'Sở Nông nghiệp và Môi trường',
    ]);
  });

  it('moves open work to the heirs from its day on, leaves the past as it was, and can be undone to the exact state', async () => {
    const before = await state();
    const past = await workOn(database.db, '2025-02-28', plan2023);
    const planned = await decided(await planNewReorganisation(app, user, merger()));
    const done = await confirm(planned);
    const nnmt = `${done.id}.moi-1`;
    expect(done).toMatchObject({ state: 'applied', counts: { waiting: 0, ended: 0, made: 0 } });
    expect(await workOn(database.db, '2025-03-01', plan2023)).toEqual([
      `n1 coord ${nnmt}`,
      'n1 lead tc',
      'n2 coord tc',
      'n2 lead nv',
      'n3 lead yt',
      `n4 lead ${nnmt}`,
      'n4 monitor tc',
    ]);
    expect(await workOn(database.db, '2025-02-28', plan2023)).toEqual(past);
    expect(await workWithoutAgency(database.db, '2025-03-01')).toBe(0);
    const undone = await undoReorganisation(app, user, done.id, { version: done.version, reason: 'Nhầm ngày' });
    expect(await state()).toEqual(before);
    expect(undone).toMatchObject({ state: 'planned', counts: { waiting: 0, ended: 11 } });
    const story = await readStory(database.db, { subject: { kind: 'reorganisation', id: done.id } }, { limit: 10 });
    expect(story.map(({ verb, reason }) => [verb, reason])).toEqual([
      ['undo', 'Nhầm ngày'],
      ['apply', null],
      ['decide', null],
      ['plan', null],
    ]);
  });

  it('can be carried out again after it was undone', async () => {
    const done = await confirm(await decided(await planNewReorganisation(app, user, merger())));
    const work = await workOn(database.db, '2026-01-01', plan2023);
    await confirm(await undoReorganisation(app, user, done.id, { version: done.version }));
    expect(await workOn(database.db, '2026-01-01', plan2023)).toEqual(work);
  });

  it('is refused while work waits for a decision, and nothing of it is done', async () => {
    const before = await state();
    const planned = await planNewReorganisation(app, user, merger());
    await expect(confirm(planned)).rejects.toMatchObject({ code: 'reorganisationUndecided', detail: { count: 2 } });
    expect(await state()).toEqual(before);
  });

  it('is refused where it contradicts itself, naming where', async () => {
    const planned = await planNewReorganisation(
      app,
      user,
      event([move('merge', 'khdt', 'tc'), move('merge', 'tc', 'nv')]),
    );
    expect(planned.faults).toEqual([{ code: 'chain', agencyId: 'tc', move: 0 }]);
    await expect(confirm(planned)).rejects.toMatchObject({ code: 'reorganisationFaulty' });
  });

  it('is refused where work came since the rehearsal, or somebody changed the event', async () => {
    const planned = await planNewReorganisation(app, user, event([move('merge', 'khdt', 'tc')]));
    await storeGivenWork(database.db, user.id, {
      number: '1/KH-UBND',
      day: '2024-01-02',
      tasks: [{ quote: 'Việc mới', lead: ['khdt'] }],
    });
    await expect(confirm(planned)).rejects.toMatchObject({ code: 'reorganisationGrown' });
    await decided(planned);
    await expect(confirm(planned)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  });

  it('gives a body another name from its day, under which its work goes on, and takes it back', async () => {
    const before = await state();
    const renamed = event([move('rename', 'khdt', null, { name: 'Sở Đầu tư' })]);
    const done = await confirm(await planNewReorganisation(app, user, renamed));
    expect(await workOn(database.db, '2026-01-01', plan2023)).toContain('n1 lead khdt');
    expect(JSON.stringify(await state())).toContain('Sở Đầu tư');
    await undoReorganisation(app, user, done.id, { version: done.version });
    expect(await state()).toEqual(before);
  });

  it('is not undone once a later one rests on it, and is after that one was undone', async () => {
    const first = await confirm(await planNewReorganisation(app, user, event([move('merge', 'khdt', 'tc')])));
    const before = await state();
    const later = event([move('merge', 'tc', 'moi-1')], {
      title: 'Hợp nhất tỉnh',
      effectiveOn: '2025-07-01',
      newAgencies: [fresh('moi-1', 'Sở Tài chính tỉnh mới')],
    });
    const second = await confirm(await planNewReorganisation(app, user, later));
    await expect(undoReorganisation(app, user, first.id, { version: first.version })).rejects.toMatchObject({
      code: 'reorganisationRestedOn',
      detail: { name: 'Hợp nhất tỉnh' },
    });
    await undoReorganisation(app, user, second.id, { version: second.version });
    expect(await state()).toEqual(before);
    await undoReorganisation(app, user, first.id, { version: first.version });
    expect(await workOn(database.db, '2026-01-01', plan2023)).toContain('n1 lead khdt');
  });

  it('is not undone once a document gives work to a body that it made', async () => {
    const done = await confirm(await decided(await planNewReorganisation(app, user, merger())));
    await storeGivenWork(database.db, user.id, {
      number: '7/KH-UBND',
      day: '2025-05-05',
      tasks: [{ quote: 'Việc mới', lead: [`${done.id}.moi-1`] }],
    });
    await expect(undoReorganisation(app, user, done.id, { version: done.version })).rejects.toMatchObject({
      code: 'reorganisationRestedOn',
      detail: { name: '7/KH-UBND' },
    });
  });

  it('that is not confirmed can be rewritten and dropped; a confirmed one cannot', async () => {
    const planned = await planNewReorganisation(app, user, event([move('merge', 'khdt', 'nv')]));
    const rewritten = await changeReorganisation(app, user, planned.id, {
      version: planned.version,
      event: event([move('merge', 'khdt', 'tc')]),
    });
    expect(rewritten.flows.map(({ to }) => to)).toEqual(['tc']);
    const done = await confirm(rewritten);
    await expect(removeReorganisation(app, user, done.id, done.version)).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
    const undone = await undoReorganisation(app, user, done.id, { version: done.version });
    await removeReorganisation(app, user, undone.id, undone.version);
    expect((await listReorganisations(app)).reorganisations).toEqual([]);
  });

  describe('that the register knows as a fact', () => {
    beforeEach(async () => {
      await storeDatedAgencies(database.db, [
        { id: 'gtvt', name: 'Sở Giao thông vận tải', until: '2025-03-01' },
        { id: 'xd', name: 'Sở Xây dựng' },
        { id: 'huyen', name: 'Ủy ban nhân dân huyện A', until: '2025-07-01' },
        { id: 'xa-1', name: 'Ủy ban nhân dân xã B', from: '2025-07-01' },
        { id: 'xa-2', name: 'Ủy ban nhân dân xã C', from: '2025-07-01' },
        { id: 'xd-moi', name: 'Sở Xây dựng tỉnh mới', from: '2025-07-01' },
      ]);
      await storeKnownEvent(database.db, {
        id: 'nganh',
        title: 'Sắp xếp tháng 3',
        day: '2025-03-01',
        successions: [{ kind: 'merge', from: 'gtvt', to: 'xd' }],
      });
      await database.db.updateTable('assignment').set({ agency_id: 'gtvt' }).where('agency_id', '=', 'khdt').execute();
    });

    it('waits for an officer with the work it moves, and changes no body', async () => {
      expect((await listReorganisations(app)).reorganisations).toMatchObject([
        { id: 'nganh', state: 'planned', own: false, waiting: 3, agencies: 1 },
      ]);
      expect(await workWithoutAgency(database.db, '2025-03-01')).toBe(3);
      const before = await state();
      const done = await confirm(await rehearse(app, 'nganh'));
      expect(await workWithoutAgency(database.db, '2025-03-01')).toBe(0);
      expect((await listReorganisations(app)).reorganisations).toMatchObject([{ state: 'applied', waiting: 0 }]);
      await undoReorganisation(app, user, 'nganh', { version: done.version });
      expect(await state()).toEqual(before);
    });

    it('is carried out again for documents that are loaded later, and one undoing takes back all', async () => {
      const before = await state();
      const first = await confirm(await rehearse(app, 'nganh'));
      const late = await storeGivenWork(database.db, user.id, {
        number: '3/KH-UBND',
        day: '2022-02-02',
        tasks: [{ quote: 'Duy tu đường', lead: ['gtvt'] }],
      });
      expect((await listReorganisations(app)).reorganisations).toMatchObject([{ state: 'applied', waiting: 1 }]);
      const again = await rehearse(app, 'nganh');
      expect([again.version, again.counts.ended, again.moved.filter(({ pending }) => pending).length]).toEqual([
        first.version,
        1,
        1,
      ]);
      const second = await confirm(again);
      expect(await workOn(database.db, '2025-03-01', late)).toEqual(['n1 lead xd']);
      expect(await workOn(database.db, '2024-03-01', late)).toEqual(['n1 lead gtvt']);
      await undoReorganisation(app, user, 'nganh', { version: second.version });
      await database.db.deleteFrom('document').where('id', '=', late).execute();
      expect(await state()).toEqual(before);
    });

    it('comes in the order of the days: what an earlier one still has to bring is brought first', async () => {
      await storeKnownEvent(database.db, {
        id: 'tinh',
        title: 'Hợp nhất tỉnh',
        day: '2025-07-01',
        successions: [{ kind: 'merge', from: 'xd', to: 'xd-moi' }],
      });
      await sql`update agency set valid_until = '2025-07-01' where id = 'xd'`.execute(database.db);
      await storeGivenWork(database.db, user.id, {
        number: '4/KH-UBND',
        day: '2023-02-02',
        tasks: [{ quote: 'Quy hoạch', lead: ['xd'] }],
      });
      await expect(confirm(await rehearse(app, 'tinh'))).rejects.toMatchObject({
        code: 'reorganisationOutOfOrder',
        detail: { name: 'Sắp xếp tháng 3' },
      });
      await confirm(await rehearse(app, 'nganh'));
      await confirm(await rehearse(app, 'tinh'));
      expect(await workOn(database.db, '2025-04-01', plan2023)).toContain('n1 lead xd');
      expect(await workOn(database.db, '2025-07-01', plan2023)).toContain('n1 lead xd-moi');
      expect(await workWithoutAgency(database.db, '2026-01-01')).toBe(0);
    });

    it('is to be written by an officer for work of a body that ended with nobody named to carry on', async () => {
      await storeDatedAgencies(database.db, [{ id: 'to', name: 'Tổ điều phối', until: '2025-07-01' }]);
      const document = await storeGivenWork(database.db, user.id, {
        number: '8/KH-UBND',
        day: '2022-10-13',
        tasks: [{ quote: 'Điều phối liên kết vùng', lead: ['to'] }],
      });
      expect((await listReorganisations(app)).orphans).toEqual([
        { agencyId: 'to', name: 'Tổ điều phối', endedOn: '2025-07-01', waiting: 1 },
      ]);
      const before = await state();
      const ending = event([move('merge', 'to', 'tc')], { effectiveOn: '2025-07-01' });
      const done = await confirm(await planNewReorganisation(app, user, ending));
      expect(await workOn(database.db, '2025-07-01', document)).toEqual(['n1 lead tc']);
      expect((await listReorganisations(app)).orphans).toEqual([]);
      await undoReorganisation(app, user, done.id, { version: done.version });
      expect(await state()).toEqual(before);
    });

    it('brings a district’s work to every commune that came out of it', async () => {
      await storeKnownEvent(database.db, {
        id: 'huyen-2025',
        title: 'Kết thúc cấp huyện',
        day: '2025-07-01',
        successions: [
          { kind: 'split', from: 'huyen', to: 'xa-1' },
          { kind: 'split', from: 'huyen', to: 'xa-2' },
        ],
      });
      const district = await storeGivenWork(database.db, user.id, {
        number: '9/KH-UBND',
        day: '2024-01-02',
        tasks: [{ quote: 'Cấp nước sạch', lead: ['huyen'], coord: ['gtvt'] }],
      });
      const shown = await rehearse(app, 'huyen-2025');
      expect(shown.counts).toMatchObject({ waiting: 0, ended: 1, made: 2, tasks: 1 });
      await confirm(shown);
      expect(await workOn(database.db, '2025-07-01', district)).toEqual([
        'n1 coord gtvt',
        'n1 lead xa-1',
        'n1 lead xa-2',
      ]);
    });
  });
});
