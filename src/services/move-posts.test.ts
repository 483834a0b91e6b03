import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeDatedAgencies, storeDuty, storeKnownEvent } from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import type { User } from '../registry/may.ts';
import type { Rehearsal } from '../registry/rehearsal.ts';
import { addPost, setPostEnd } from '../store/posts.ts';
import { type App, createApp } from './app.ts';
import { confirmReorganisation, undoReorganisation } from './carry-out-reorganisation.ts';
import { listReorganisations, planNewReorganisation, rehearse } from './reorganisations.ts';

describe.each(engines)('people when agencies are reorganised, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let user: User;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 1e6, demo: false });
    user = { id: await storeUser(database.db), name: 'Quản trị', email: 'a@thu.vn' };
    await storeDatedAgencies(database.db, [
      { id: 'khdt', name: 'Sở Kế hoạch và Đầu tư' },
      { id: 'tc', name: 'Sở Tài chính' },
      { id: 'vp', name: 'Văn phòng' },
      { id: 'cu', name: 'Chi cục cũ', until: '2026-02-01' },
    ]);
  });
  beforeEach(async () => {
    await sql`delete from post`.execute(database.db);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const officer = (validFrom: string, agencyId = 'khdt') =>
    addPost(database.db, { userId: user.id, role: 'officer', agencyId, validFrom, givenBy: null });
  const posts = async () => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', agency_id, valid_from, valid_until) as line from post order by agency_id, valid_from`.execute(
      database.db,
    );
    return rows.map(({ line }) => line);
  };
  const carryOut = async (to: string | null = 'tc') => {
    const made = { id: 'moi-1', name: 'Sở Tài chính và Kế hoạch', symbol: null };
    const planned = await planNewReorganisation(app, user, {
      ...{ title: 'Hợp nhất sở', legalBasis: 'NQ 12/NQ-HĐND', effectiveOn: '2026-03-01' },
      newAgencies: to === null ? [made] : [],
      moves: [{ kind: 'merge', from: 'khdt', to: to ?? made.id, field: null, name: null }],
    });
    const { version, counts } = planned;
    return confirmReorganisation(app, user, planned.id, { version, ended: counts.ended, made: counts.made });
  };
  /** Another event, whose heir is there already. */
  const merge = async (from: string, to: string, effectiveOn: string) => {
    const planned = await planNewReorganisation(app, user, {
      ...{ title: `${from} vào ${to}`, legalBasis: 'NQ 13/NQ-HĐND', effectiveOn, newAgencies: [] },
      moves: [{ kind: 'merge', from, to, field: null, name: null }],
    });
    const { version, counts } = planned;
    return confirmReorganisation(app, user, planned.id, { version, ended: counts.ended, made: counts.made });
  };
  const undo = ({ id, version }: Rehearsal) => undoReorganisation(app, user, id, { version });

  it('go to the heir, those too who came after its day and before it was carried out', async () => {
    await officer('2025-01-01');
    await officer('2026-03-10');
    const done = await carryOut();
    expect(await posts()).toEqual([
      'khdt 2025-01-01 2026-03-01',
      'khdt 2026-03-10 2026-03-10',
      'tc 2026-03-01',
      'tc 2026-03-10',
    ]);
    await undo(done);
    expect(await posts()).toEqual(['khdt 2025-01-01', 'khdt 2026-03-10']);
  });

  it('come back as long as they hold it: what ended since has ended', async () => {
    await officer('2025-01-01');
    const done = await carryOut();
    const heir = await database.db
      .selectFrom('post')
      .select('id')
      .where('agency_id', '=', 'tc')
      .executeTakeFirstOrThrow();
    await setPostEnd(database.db, heir.id, '2026-06-01');
    await undo(done);
    expect(await posts()).toEqual(['khdt 2025-01-01 2026-06-01']);
  });

  it('keep a body that an event made from being taken back while they hold a post there', async () => {
    const done = await carryOut(null);
    const agencyId = `${done.id}.moi-1`;
    await addPost(database.db, { userId: user.id, role: 'head', agencyId, validFrom: '2026-04-01', givenBy: null });
    await expect(undo(done)).rejects.toMatchObject({
      code: 'reorganisationRestedOn',
      detail: { name: 'Cán bộ Thử' },
    });
    await sql`delete from post where agency_id = ${agencyId}`.execute(database.db);
    await undo(done);
    expect(await posts()).toEqual([]);
  });

  it('that a later event has taken further keep the first one from being undone before that one', async () => {
    await officer('2025-01-01');
    const first = await carryOut();
    const second = await merge('tc', 'vp', '2026-05-01');
    const between = ['khdt 2025-01-01 2026-03-01', 'tc 2026-03-01 2026-05-01', 'vp 2026-05-01'];
    expect(await posts()).toEqual(between);
    await expect(undo(first)).rejects.toMatchObject({ code: 'reorganisationRestedOn', detail: { name: 'tc vào vp' } });
    expect(await posts()).toEqual(between);
    await undo(second);
    await undo(first);
    expect(await posts()).toEqual(['khdt 2025-01-01']);
  });

  it('go to the heir by an event that the register knows as a fact, with parts that they were at, though no other work is there', async () => {
    await storeKnownEvent(database.db, {
      ...{ id: 'da-biet', title: 'Sắp xếp chi cục', day: '2026-02-01' },
      successions: [{ kind: 'merge', from: 'cu', to: 'vp' }],
    });
    await officer('2025-01-01', 'cu');
    const whole = await storeDuty(database.db, { agency_id: 'vp', content: 'Đề án', stage: 'accepted' });
    const part = await storeDuty(database.db, {
      ...{ kind: 'part', agency_id: 'cu', root_id: whole, parent_id: whole, content: 'Phần việc', stage: 'accepted' },
    });
    const [waiting] = (await listReorganisations(app)).reorganisations.filter(({ id }) => id === 'da-biet');
    expect(waiting).toMatchObject({ state: 'planned', waiting: 2 });
    const { version, along } = await rehearse(app, 'da-biet');
    expect(along).toMatchObject({ parts: 1, people: 1 });
    const done = await confirmReorganisation(app, user, 'da-biet', { version, ended: 0, made: 0 });
    const agencyOf = async () =>
      (await database.db.selectFrom('duty').select('agency_id').where('id', '=', part).executeTakeFirst())?.agency_id;
    expect([await agencyOf(), ...(await posts())]).toEqual(['vp', 'cu 2025-01-01 2026-02-01', 'vp 2026-02-01']);
    await undo(done);
    expect([await agencyOf(), ...(await posts())]).toEqual(['cu', 'cu 2025-01-01']);
  });
});
