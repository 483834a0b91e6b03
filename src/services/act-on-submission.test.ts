import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilBlocked } from '../../test/blocked.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { aRegime } from '../../test/regimes.ts';
import { proposedRules } from '../registry/emulation-scale.ts';
import type { Person } from '../registry/may.ts';
import type { Role } from '../registry/post.ts';
import type { SubmissionAction } from '../registry/submission-action.ts';
import { actingAs } from '../store/acting.ts';
import { endUnsent } from '../store/held-submissions.ts';
import { addPost } from '../store/posts.ts';
import { findRegime, insertRegime } from '../store/regimes.ts';
import { findRound, setClosed } from '../store/rounds.ts';
import type { Refusal } from '../values/refusal.ts';
import { actOnSubmission } from './act-on-submission.ts';
import type { App } from './app.ts';
import { changeRound } from './change-round.ts';
import { setScale } from './emulation-scales.ts';
import { openDueRounds } from './open-due-rounds.ts';
import { makeRound } from './open-round.ts';
import { getRanking } from './ranking.ts';
import { addRegimeFile, getRegimeFile, listRegimeFiles, listRoundFiles, takeAwayRegimeFile } from './regime-files.ts';
import { getRound, listSubmissions } from './rounds.ts';
import { noScan } from './scan.ts';
import { getScorecard, listScorecardItems } from './scorecards.ts';
import { openStoredFiles } from './stored-files/stored-files.ts';
import { beginFilling, onSubmission } from './submission-work.ts';
import { getSubmission } from './submissions.ts';

describe.each(engines)('a submission on its way, on $name', (engine) => {
  let database: FreshDatabase;
  let now = new Date('2026-03-10T02:00:00Z');
  const people = new Map<string, Person>();
  const clock = { now: () => now };

  const person = (name: string): Person => {
    const found = people.get(name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  /** Behind the wall, as requests are. */
  const appOf = (name: string) =>
    ({
      ...database,
      clock,
      db: actingAs(database.db, { userId: person(name).user.id, day: '2026-03-10' }),
    }) as unknown as App;
  const hire = async (name: string, role: Role, agencyId: string) => {
    const id = await storeUser(database.db);
    await addPost(database.db, { userId: id, role, agencyId, validFrom: '2025-01-01', givenBy: null });
    people.set(name, { user: { id, name, email: `${name}@thu.vn` }, posts: [{ role, agencyId }] });
  };
  const open = async (reporters = ['so-a', 'so-b'], period = '2026-M03') => {
    const { db } = database;
    const outline = [{ key: 'kinh-te', title: 'Kinh tế', level: 1, guide: '', owners: { all: true } as const }];
    const regime = await findRegime(
      db,
      await insertRegime(db, aRegime({ outline, reporters: reporters.map((agencyId) => ({ agencyId })) })),
    );
    if (!regime) throw new Error('no regime');
    return db.transaction().execute((trx) => makeRound(trx, regime, period, { by: person('dieu-phoi').user, at: now }));
  };
  const submissionOf = async (roundId: string, agencyId: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from submission where round_id = ${roundId} and agency_id = ${agencyId}`.execute(database.db);
    return rows[0]?.id ?? randomUUID();
  };
  type Step = SubmissionAction['verb'];
  const act = async (name: string, id: string, verb: Step, words = 'Xem lại số liệu') => {
    const { version } = (await getSubmission(appOf(name), person(name), id)).submission;
    const action: SubmissionAction =
      verb === 'return' || verb === 'sendBack' ? { verb, version, words, cells: [] } : { verb, version };
    return actOnSubmission(appOf(name), person(name), id, action);
  };
  const dutyOf = async (id: string) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', d.stage, d.done_on) as line from duty d join submission s on s.duty_id = d.id where s.id = ${id}`.execute(
      database.db,
    );
    return rows[0]?.line;
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    await storeProvince(database.db);
    await hire('dieu-phoi', 'coordinator', 'ubnd');
    await hire('can-bo', 'officer', 'so-a');
    await hire('thu-truong', 'head', 'so-a');
    await hire('can-bo-b', 'officer', 'so-b');
  });
  afterAll(() => database.drop());

  it('is not sent any more at the moment that its round is closed', async () => {
    const round = await open(['so-a'], '2025-M12');
    const id = await submissionOf(round, 'so-a');
    const [sending] = await database.db.transaction().execute(async (trx) => {
      await setClosed(trx, round, now);
      await endUnsent(trx, round);
      const outcome = act('thu-truong', id, 'send').then(
        () => 'sent',
        (error: Refusal) => error.code,
      );
      await untilBlocked(database.db);
      return [outcome];
    });
    expect(await sending).toBe('roundClosed');
    expect(await dutyOf(id)).toBe('dropped');
  });

  it('is not given back any more at the moment that its round is closed, for nobody could send it again', async () => {
    const round = await open(['so-a'], '2025-M10');
    const id = await submissionOf(round, 'so-a');
    await act('thu-truong', id, 'send');
    const [givingBack] = await database.db.transaction().execute(async (trx) => {
      await setClosed(trx, round, now);
      await endUnsent(trx, round);
      const outcome = act('dieu-phoi', id, 'sendBack').then(
        () => 'given back',
        (error: Refusal) => error.code,
      );
      await untilBlocked(database.db);
      return [outcome];
    });
    expect(await givingBack).toBe('roundClosed');
    expect((await act('dieu-phoi', id, 'approve')).submission.stage).toBe('approved');
  });

  it('ends with its round where it was given back just before, and is urged no longer', async () => {
    const round = await open(['so-a'], '2025-M11');
    const id = await submissionOf(round, 'so-a');
    await act('thu-truong', id, 'send');
    const [givingBack, closing] = await database.db.transaction().execute(async (trx) => {
      // The last thing that giving it back does is to tell of it.
      await sql`lock table notice in share mode`.execute(trx);
      const back = act('dieu-phoi', id, 'sendBack');
      await untilBlocked(database.db);
      const closed = changeRound(appOf('dieu-phoi'), person('dieu-phoi'), round, { verb: 'close', version: 1 });
      await Promise.race([untilBlocked(database.db, 2), closed]);
      return [back, closed];
    });
    expect((await givingBack).submission.stage).toBe('returned');
    expect((await closing).round.closedAt).not.toBeNull();
    expect(await dutyOf(id)).toBe('dropped');
    expect((await getSubmission(appOf('can-bo'), person('can-bo'), id)).submission.state).toBeNull();
  });

  it('is filled, submitted, returned by the head, submitted, sent, sent back, corrected, sent and approved', async () => {
    now = new Date('2026-03-10T02:00:00Z');
    const id = await submissionOf(await open(['so-a']), 'so-a');
    const page = await getSubmission(appOf('can-bo'), person('can-bo'), id);
    expect([page.submission.stage, page.may]).toEqual(['asked', ['fill', 'submit']]);
    await onSubmission(appOf('can-bo'), person('can-bo'), id, beginFilling);
    expect((await act('can-bo', id, 'submit')).submission.stage).toBe('submitted');
    // What lies before the head is not typed at any more, unless the officer takes it back.
    expect((await getSubmission(appOf('can-bo'), person('can-bo'), id)).may).toEqual(['withdraw']);
    const returned = await act('thu-truong', id, 'return', 'Thiếu giải trình');
    expect(returned.submission).toMatchObject({
      stage: 'returned',
      returned: { because: 'Thiếu giải trình', inside: true },
    });
    // What the head said to the officer is not for the coordinator.
    expect((await getSubmission(appOf('dieu-phoi'), person('dieu-phoi'), id)).submission.returned?.because).toBe('');
    await act('can-bo', id, 'submit');
    expect((await act('thu-truong', id, 'send')).submission.stage).toBe('sent');
    expect(await dutyOf(id)).toBe('reported');
    now = new Date('2026-03-20T02:00:00Z');
    await act('dieu-phoi', id, 'sendBack');
    expect(await dutyOf(id)).toBe('accepted');
    await act('can-bo', id, 'submit');
    await act('thu-truong', id, 'send');
    const approved = await act('dieu-phoi', id, 'approve');
    // Sent in time the first time; that it was sent back to be corrected does not make it late.
    expect(approved.submission).toMatchObject({ stage: 'approved', sending: 'onTime', state: 'doneOnTime' });
    expect(await dutyOf(id)).toBe('done 2026-03-10');
    expect(approved.may).toEqual([]);
    now = new Date('2026-03-10T02:00:00Z');
  });

  it('is sent at once by an officer whose agency has no head, and never by another agency', async () => {
    const id = await submissionOf(await open(['so-b']), 'so-b');
    const { may } = await getSubmission(appOf('can-bo-b'), person('can-bo-b'), id);
    expect(may).toEqual(['fill', 'send']);
    await expect(act('can-bo', id, 'send')).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(act('dieu-phoi', id, 'approve')).rejects.toMatchObject({ code: 'notPossibleNow' });
    await act('can-bo-b', id, 'send');
    await act('dieu-phoi', id, 'approve');
  });

  it('tells the second of two people at it who was first', async () => {
    const id = await submissionOf(await open(['so-a']), 'so-a');
    await act('can-bo', id, 'submit');
    await expect(
      actOnSubmission(appOf('thu-truong'), person('thu-truong'), id, { verb: 'send', version: 1 }),
    ).rejects.toMatchObject({ code: 'changedMeanwhile', detail: { version: 2 } });
  });

  it('is counted with its denominator, and filtered by how it was sent', async () => {
    const round = await open();
    await act('thu-truong', await submissionOf(round, 'so-a'), 'send');
    // Due on 17/03/2026: so-b has not sent, and its deadline has passed on the 18th.
    const before = await getRound(appOf('dieu-phoi'), person('dieu-phoi'), round);
    expect(before.measures).toMatchObject({ sent: { count: 1, of: 2 }, onTime: { count: 1, of: 1 } });
    now = new Date('2026-03-18T02:00:00Z');
    const after = await getRound(appOf('dieu-phoi'), person('dieu-phoi'), round);
    expect(after.measures).toMatchObject({ onTime: { count: 1, of: 2 }, approved: { count: 0, of: 2 } });
    const none = { stage: [], tier: [], sending: [] };
    const listed = async (filter: Partial<Parameters<typeof listSubmissions>[2]>) =>
      (await listSubmissions(appOf('dieu-phoi'), round, { ...none, ...filter }, { offset: 0, limit: 10 })).rows.map(
        ({ agency, sending }) => `${agency.id} ${sending}`,
      );
    expect(await listed({})).toEqual(['so-a onTime', 'so-b overdue']);
    expect(await listed({ sending: ['overdue'] })).toEqual(['so-b overdue']);
    expect(await listed({ q: 'so a' })).toEqual(['so-a onTime']);
    expect(await listed({ stage: ['sent'] })).toEqual(['so-a onTime']);
    now = new Date('2026-03-10T02:00:00Z');
  });

  it('ends unsent with its round, what was sent is still decided, and goes on when that is reopened', async () => {
    const round = await open();
    const [a, b] = [await submissionOf(round, 'so-a'), await submissionOf(round, 'so-b')];
    await act('thu-truong', a, 'send');
    const change = async (verb: 'close' | 'reopen') => {
      const found = await findRound(database.db, round);
      return changeRound(appOf('dieu-phoi'), person('dieu-phoi'), round, { verb, version: found?.round.version ?? 0 });
    };
    expect((await change('close')).may).toEqual({ close: false, reopen: true });
    expect(await dutyOf(b)).toBe('dropped');
    await expect(act('can-bo-b', b, 'send')).rejects.toMatchObject({ code: 'roundClosed' });
    expect((await getSubmission(appOf('dieu-phoi'), person('dieu-phoi'), a)).may).toEqual(['approve']);
    await change('reopen');
    expect(await dutyOf(b)).toBe('accepted');
    await act('can-bo-b', b, 'send');
  });

  it('is asked for by itself when the day of its regime has come, once', async () => {
    const { db } = database;
    await insertRegime(
      db,
      aRegime({
        name: 'Tự mở',
        asks: { targets: null, duties: false },
        opensBefore: 5,
        outline: [{ key: 'kinh-te', title: 'Kinh tế', level: 1, guide: '', owners: { all: true } }],
      }),
    );
    const openOn = (day: string) => openDueRounds({ db, clock: { now: () => new Date(`${day}T02:00:00Z`) } });
    expect(await openOn('2026-03-08')).toBe(0);
    expect(await openOn('2026-03-09')).toBe(1);
    expect(await openOn('2026-03-10')).toBe(0);
    expect(await openOn('2026-04-12')).toBe(1);
  });

  it('is asked for by every other regime where one cannot open its round, and for the last period of one that has just ended', async () => {
    const { db } = database;
    const outline = [{ key: 'y-te', title: 'Y tế', level: 1 as const, guide: '', owners: { all: true as const } }];
    const usual = { asks: { targets: null, duties: false }, outline, every: 'year' as const };
    await insertRegime(db, aRegime({ ...usual, name: 'Hỏng', opensBefore: 300, validFrom: '2030-01-01' }));
    // The year 2030 closes on 14/12/2030; the regime was in force to that day.
    await insertRegime(db, aRegime({ ...usual, name: 'Vừa hết hiệu lực', opensBefore: 0, validUntil: '2030-12-15' }));
    await sql`create function no_round() returns trigger language plpgsql as $$ begin raise exception 'no such round'; end $$`.execute(
      db,
    );
    await sql`create trigger no_round before insert on round for each row when (new.title like 'Hỏng%') execute function no_round()`.execute(
      db,
    );
    const titles = async () =>
      (await sql<{ title: string }>`select title from round where to_day > '2030-12-01'`.execute(db)).rows;
    const clock = { now: () => new Date('2030-12-16T02:00:00Z') };
    await expect(openDueRounds({ db, clock })).rejects.toThrow('the rounds of 1 regimes');
    expect((await titles()).map(({ title }) => title).filter((title) => !title.startsWith('Tự mở'))).toEqual([
      expect.stringContaining('Vừa hết hiệu lực'),
    ]);
    await sql`drop trigger no_round on round`.execute(db);
  });

  it('stands on the scorecard of its agency for the period in which its round closed, item by item, alike for all who may see it', async () => {
    const { db } = database;
    await hire('giam-sat', 'supervisor', 'hdnd');
    const overdue = await storeDuty(db, person('dieu-phoi').user.id, { agencyId: 'so-a', due: '2026-05-04' });
    await sql`update duty set given_at = '2026-01-05' where id = ${overdue}`.execute(db);
    now = new Date('2026-05-10T02:00:00Z');
    const round = await open(['so-a', 'so-b'], '2026-M05');
    const id = await submissionOf(round, 'so-a');
    await act('thu-truong', id, 'send');
    await act('dieu-phoi', id, 'sendBack');
    await act('thu-truong', id, 'send');
    await act('dieu-phoi', id, 'approve');
    now = new Date('2026-05-25T02:00:00Z');
    const period = '2026-M05';
    const numbers = async (name: string, agencyId: string) => {
      const { score } = await getScorecard(appOf(name), person(name), agencyId, { period });
      return Object.fromEntries(score.criteria.map(({ criterion, count, of }) => [criterion, `${count}/${of}`]));
    };
    const expected = {
      ...{ tasks: '0/1', targets: '0/0', onTime: '1/1', complete: '0/1', quality: '0/1' },
      ...{ updated: '0/1', responsible: '0/1', signedIn: '0/1', obstacles: '0/0' },
    };
    for (const name of ['dieu-phoi', 'giam-sat', 'can-bo']) expect(await numbers(name, 'so-a')).toEqual(expected);
    // Nothing was sent: late, and empty whatever is being written.
    expect(await numbers('dieu-phoi', 'so-b')).toMatchObject({ onTime: '0/1', complete: '0/1', quality: '0/0' });
    await expect(numbers('can-bo-b', 'so-a')).rejects.toMatchObject({ code: 'notAllowed' });
    const items = async (criterion: 'quality' | 'tasks') => {
      const query = { id: 'so-a', period, criterion };
      return (await listScorecardItems(appOf('can-bo'), person('can-bo'), query, { offset: 0, limit: 10 })).rows;
    };
    expect(await items('quality')).toMatchObject([{ kind: 'report', id, because: 'sentBack' }]);
    expect(await items('tasks')).toMatchObject([{ kind: 'duty', id: overdue, because: 'openOverdue' }]);
    // On a past day it was neither sent back nor even sent, and its deadline had not come.
    const before = await getScorecard(appOf('can-bo'), person('can-bo'), 'so-a', { period, asOf: '2026-05-03' });
    expect(before.score.criteria.filter(({ of }) => of > 0).map(({ criterion }) => criterion)).not.toContain('quality');
    expect(before.score.states).toMatchObject({ openOverdue: 0, dueSoon: 1 });
  });

  it('is ranked with its peers alone, by the scale of the period, which a coordinator sets with its decision', async () => {
    now = new Date('2026-05-25T02:00:00Z');
    await sql`update agency set kind = 'committee' where id = 'ubnd'`.execute(database.db);
    const [app, by] = [appOf('dieu-phoi'), person('dieu-phoi')];
    const rank = () =>
      getRanking(app, by, {
        ...{ period: '2026-M05', kind: 'department', tier: 'province', near: 'so-a', sort: 'onTime', order: 'desc' },
      });
    const before = await rank();
    expect(before.rows.slice(0, 2).map(({ agency }) => agency.id)).toEqual(['so-a', 'so-b']);
    expect(before.rows.map(({ agency }) => agency.id)).not.toContain('ubnd');
    expect(before.scale).toBeNull();
    const points = { ...proposedRules.points, tasks: 0, targets: 0, onTime: 100 };
    const fields = {
      ...{ validFrom: '2026-05-01', decisionNumber: '12/QĐ-UBND', decisionDate: '2026-04-28' },
      rules: { ...proposedRules, points },
    };
    await setScale(app, by.user, fields, null);
    await expect(setScale(app, by.user, fields, null)).rejects.toMatchObject({ code: 'changedMeanwhile' });
    const after = await rank();
    expect(after.scale?.decisionNumber).toBe('12/QĐ-UBND');
    expect(after.rows[0]).toMatchObject({ agency: { id: 'so-a' }, place: 1 });
    const earlier = await getScorecard(app, by, 'so-a', { period: '2026-M04' });
    expect(earlier.scale).toBeNull();
  });

  it('gives whoever reports the forms of its regime, judged by what is in them; a closed round keeps those of its time', async () => {
    now = new Date('2026-06-01T02:00:00Z');
    const round = await open(['so-a'], '2026-M06');
    const { regime } = (await getRound(appOf('dieu-phoi'), person('dieu-phoi'), round)).round;
    const coordinator = {
      ...appOf('dieu-phoi'),
      ...{ maxFileBytes: 25_000_000, scan: noScan, files: openStoredFiles(database.db, { place: 'database' }) },
    };
    const add = (name: string, content: string | Buffer, replaces: string | null = null, by = 'dieu-phoi') =>
      addRegimeFile({ ...coordinator, db: appOf(by).db }, person(by), regime.id, {
        ...{ part: 'form', replaces },
        file: { name, content: Readable.from([Buffer.from(content)]) },
      });
    const inRound = async () =>
      (await listRoundFiles(appOf('can-bo'), round)).files.map(({ name, sinceOpening }) => [name, sinceOpening]);
    now = new Date('2026-06-02T02:00:00Z');
    const first = await add('mau-01.pdf', '%PDF-1.7 một');
    expect(await inRound()).toEqual([['mau-01.pdf', true]]);
    const taken = await getRegimeFile({ ...coordinator, db: appOf('can-bo').db }, first.id);
    expect([taken.kind, taken.content.toString()]).toEqual(['pdf', '%PDF-1.7 một']);

    for (const [name, content, code] of [
      ['mau.docx', '%PDF-1.7', 'fileTypeMismatch'],
      ['anh.png', '\x89PNG\r\n\x1a\n', 'fileTypeUnknown'],
      ['trang.txt', '<html><script>1</script>', 'fileHoldsMarkup'],
      ['to.pdf', `%PDF-1.7${' '.repeat(10_000_000)}`, 'fileTooLarge'],
    ] as const)
      await expect(add(name, Buffer.from(content, 'latin1')), name).rejects.toMatchObject({ code });
    await expect(add('mau-02.pdf', '%PDF-1.7 hai', null, 'can-bo')).rejects.toMatchObject({ code: 'notAllowed' });

    // A closed round keeps the form that it was filled in by.
    const { version } = (await getRound(appOf('dieu-phoi'), person('dieu-phoi'), round)).round;
    await changeRound(appOf('dieu-phoi'), person('dieu-phoi'), round, { verb: 'close', version });
    now = new Date('2026-06-20T02:00:00Z');
    const second = await add('mau-01-sua.pdf', '%PDF-1.7 hai', first.id);
    expect(await inRound()).toEqual([['mau-01.pdf', true]]);
    // Somebody else put another in its place meanwhile.
    await expect(add('mau-01-khac.pdf', '%PDF-1.7 ba', first.id)).rejects.toMatchObject({
      code: 'changedMeanwhile',
      detail: { name: expect.any(String) },
    });
    await takeAwayRegimeFile(coordinator, person('dieu-phoi'), second.id);
    const { files } = await listRegimeFiles(appOf('can-bo'), regime.id);
    expect(files.map(({ name, ended, replaces }) => [name, ended !== null, replaces])).toEqual(
      expect.arrayContaining([
        ['mau-01.pdf', true, null],
        ['mau-01-sua.pdf', true, first.id],
      ]),
    );
    const { rows } = await sql<{ verb: string }>`
      select verb from action where subject_kind = 'regime' and subject_id = ${regime.id} order by at, id`.execute(
      database.db,
    );
    expect(rows.map(({ verb }) => verb)).toEqual(['addRegimeFile', 'replaceRegimeFile', 'takeAwayRegimeFile']);
  });
});
