import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { storeDatedAgencies, storeKnownEvent } from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import { aRegime } from '../../test/regimes.ts';
import type { Person } from '../registry/may.ts';
import type { Role } from '../registry/post.ts';
import type { Rehearsal } from '../registry/rehearsal.ts';
import type { WrittenEvent } from '../registry/reorganisation.ts';
import type { SubmissionAction } from '../registry/submission-action.ts';
import { addPost } from '../store/posts.ts';
import { findRegime, insertRegime } from '../store/regimes.ts';
import { actOnSubmission } from './act-on-submission.ts';
import { type App, appFor, createApp } from './app.ts';
import { confirmReorganisation, undoReorganisation } from './carry-out-reorganisation.ts';
import { changeRound } from './change-round.ts';
import { makeRound } from './open-round.ts';
import { listReorganisations, planNewReorganisation, rehearse } from './reorganisations.ts';
import { getSubmission } from './submissions.ts';

describe.each(engines)('reports when agencies are reorganised, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let head: Person;
  let heir: string;
  const now = () => new Date('2026-03-10T02:00:00Z');

  const open = async (period: string, agencyId = 'so-a') => {
    const outline = [{ key: 'chung', title: 'Chung', level: 1, guide: '', owners: { all: true } as const }];
    const regime = await findRegime(
      database.db,
      await insertRegime(database.db, aRegime({ outline, reporters: [{ agencyId }] })),
    );
    if (!regime) throw new Error('no regime');
    return database.db.transaction().execute((trx) => makeRound(trx, regime, period, { by: null, at: now() }));
  };
  const submissionOf = async (roundId: string) => {
    const { rows } = await sql<{ id: string }>`select id from submission where round_id = ${roundId}`.execute(
      database.db,
    );
    return rows[0]?.id ?? '';
  };
  /** Whose it is today, how far it is, and who was asked. */
  const standing = async () => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', o.period, d.agency_id, d.stage, s.stage, s.agency_id) as line
      from submission s join duty d on d.id = s.duty_id join round o on o.id = s.round_id order by o.period`.execute(
      database.db,
    );
    return rows.map(({ line }) => line);
  };
  const merger: WrittenEvent = {
    ...{ title: 'Hợp nhất', legalBasis: 'NQ 12/NQ-HĐND', effectiveOn: '2026-03-10', newAgencies: [] },
    moves: [{ kind: 'merge', from: 'so-a', to: 'so-b', field: null, name: null }],
  };
  const hire = async (role: Role, agencyId: string) => {
    const userId = await storeUser(database.db);
    await addPost(database.db, { userId, role, agencyId, validFrom: '2025-01-01', givenBy: null });
    return userId;
  };
  const seen = ({ version, counts }: Rehearsal) => ({ version, ended: counts.ended, made: counts.made });

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 1e6, demo: false, clock: { now } });
    await storeProvince(database.db);
    const id = await storeUser(database.db);
    heir = await hire('head', 'so-b');
    head = { user: { id, name: 'Thủ trưởng', email: 'a@thu.vn' }, posts: [{ role: 'head', agencyId: 'so-a' }] };
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('go to the heir while nobody has sent them, stay where they were sent, and come back exactly', async () => {
    await open('2026-M03');
    const sent = await submissionOf(await open('2026-M04'));
    await actOnSubmission(app, head, sent, { verb: 'send', version: 1 });
    const before = await standing();
    expect(before).toEqual(['2026-M03 so-a accepted asked so-a', '2026-M04 so-a reported sent so-a']);
    const planned = await planNewReorganisation(app, head.user, merger);
    const done = await confirmReorganisation(app, head.user, planned.id, seen(planned));
    expect(await standing()).toEqual(['2026-M03 so-b accepted asked so-a', '2026-M04 so-a reported sent so-a']);
    await undoReorganisation(app, head.user, done.id, { version: done.version });
    expect(await standing()).toEqual(before);
  });

  it('go to the heir when they are given back to be corrected, and come back while nobody has gone on with them', async () => {
    const report = await submissionOf(await open('2026-M05'));
    await actOnSubmission(app, head, report, { verb: 'send', version: 1 });
    const planned = await planNewReorganisation(app, head.user, merger);
    const done = await confirmReorganisation(app, head.user, planned.id, seen(planned));
    const id = await hire('coordinator', 'ubnd');
    const coordinator: Person = { user: { ...head.user, id }, posts: [{ role: 'coordinator', agencyId: 'ubnd' }] };
    const behindWall = appFor(app, coordinator, '127.0.0.1');
    const back: SubmissionAction = { verb: 'sendBack', version: 2, words: 'Thiếu số', cells: [] };
    await actOnSubmission(behindWall, coordinator, report, back);
    expect(await standing()).toContain('2026-M05 so-b accepted returned so-a');
    const { rows } = await sql`select from notice where user_id = ${heir} and kind = 'reportSentBack'`.execute(
      database.db,
    );
    expect(rows).toHaveLength(1);
    await undoReorganisation(app, head.user, done.id, { version: done.version });
    expect(await standing()).toContain('2026-M05 so-a accepted returned so-a');
  });

  it('go to the heir when their round is opened again, and come back while nobody has gone on with them', async () => {
    const round = await open('2026-M06');
    const id = await hire('coordinator', 'ubnd');
    const coordinator: Person = { user: { ...head.user, id }, posts: [{ role: 'coordinator', agencyId: 'ubnd' }] };
    const behindWall = appFor(app, coordinator, '127.0.0.1');
    const closed = await changeRound(behindWall, coordinator, round, { verb: 'close', version: 1 });
    expect(await standing()).toContain('2026-M06 so-a dropped asked so-a');
    const planned = await planNewReorganisation(app, head.user, merger);
    const done = await confirmReorganisation(app, head.user, planned.id, seen(planned));
    await changeRound(behindWall, coordinator, round, { verb: 'reopen', version: closed.round.version });
    expect(await standing()).toContain('2026-M06 so-b accepted asked so-a');
    const heirs: Person = { user: { ...head.user, id: heir }, posts: [{ role: 'head', agencyId: 'so-b' }] };
    expect((await getSubmission(appFor(app, heirs, '127.0.0.1'), heirs, await submissionOf(round))).may).toContain(
      'send',
    );
    await undoReorganisation(app, head.user, done.id, { version: done.version });
    expect(await standing()).toContain('2026-M06 so-a accepted asked so-a');
  });

  it('go to the heir by an event that the register knows as a fact, too, though no other work waits for it', async () => {
    await storeDatedAgencies(database.db, [{ id: 'so-cu', name: 'Sở Cũ', until: '2026-03-10' }]);
    await storeKnownEvent(database.db, {
      ...{ id: 'hop-nhat', title: 'Hợp nhất sở', day: '2026-03-10' },
      successions: [{ kind: 'merge', from: 'so-cu', to: 'so-b' }],
    });
    await sql`update agency set valid_until = null where id = 'so-cu'`.execute(database.db);
    const round = await open('2026-M02', 'so-cu');
    await sql`update agency set valid_until = '2026-03-10' where id = 'so-cu'`.execute(database.db);
    const own = async () => {
      const { rows } = await sql<{ line: string }>`
        select concat_ws(' ', d.agency_id, d.stage, s.stage, s.agency_id) as line from submission s join duty d on d.id = s.duty_id
        where s.round_id = ${round}`.execute(database.db);
      return rows[0]?.line;
    };
    const [event] = (await listReorganisations(app)).reorganisations.filter(({ id }) => id === 'hop-nhat');
    expect(event).toMatchObject({ state: 'planned', waiting: 1 });
    const done = await confirmReorganisation(app, head.user, 'hop-nhat', seen(await rehearse(app, 'hop-nhat')));
    expect(await own()).toBe('so-b accepted asked so-cu');
    await undoReorganisation(app, head.user, 'hop-nhat', { version: done.version });
    expect(await own()).toBe('so-cu accepted asked so-cu');
  });
});
