import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { aRegime } from '../../test/regimes.ts';
import type { DutyAction } from '../registry/duty-action.ts';
import type { Person } from '../registry/may.ts';
import type { WorkTask } from '../registry/my-work.ts';
import type { Role } from '../registry/post.ts';
import type { ProgressFields } from '../registry/progress.ts';
import type { SectionContent } from '../registry/section-content.ts';
import { addPost, postsOf } from '../store/posts.ts';
import { findRegime, insertRegime } from '../store/regimes.ts';
import { actOnDuty } from './act-on-duty.ts';
import { actOnSubmission } from './act-on-submission.ts';
import { type App, appFor, createApp } from './app.ts';
import { confirmReorganisation } from './carry-out-reorganisation.ts';
import { askDueChange, stepDueChange } from './due-changes.ts';
import { getDuty } from './duties.ts';
import { getDutyReport } from './duty-report.ts';
import { addProduct, removeEvidence } from './evidence.ts';
import { judgeResult } from './judge-result.ts';
import { getWorkList } from './my-work.ts';
import { raiseObstacle, stepObstacle } from './obstacles.ts';
import { makeRound } from './open-round.ts';
import { askQuestion, stepQuestion } from './questions.ts';
import { changeReorganisation, planNewReorganisation } from './reorganisations.ts';
import { saveProgress } from './save-progress.ts';
import { getSubmissionSections, saveSection } from './sections.ts';
import { stepProgress } from './step-progress.ts';
import { getSubmission } from './submissions.ts';

const fields: ProgressFields = {
  ...{ share: 40, result: false, doneText: 'Đã khảo sát', proposal: '', withoutEvidence: '' },
  confidence: 'onTrack',
};
const today = '2026-03-10';

/** Sở A goes into Sở B in the middle of everything; all is done behind the wall, by people with the posts that they hold then. */
describe.each(engines)('what hung on an agency that has been merged into another, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  const users = new Map<string, string>();
  const duties: Record<string, string> = {};
  const ids = { draft: randomUUID(), submitted: randomUUID(), result: randomUUID(), confirmed: randomUUID() };
  const said = { obstacle: randomUUID(), toDecide: randomUUID(), due: randomUUID(), question: randomUUID() };
  let submissionId = '';
  const [proof, stray] = [randomUUID(), randomUUID()];

  const hire = async (name: string, role: Role, agencyId: string) => {
    const userId = await storeUser(database.db);
    await addPost(database.db, { userId, role, agencyId, validFrom: '2025-01-01', givenBy: null });
    users.set(name, userId);
  };
  const person = async (name: string): Promise<Person> => {
    const id = users.get(name) ?? '';
    return { user: { id, name, email: `${id}@thu.vn` }, posts: await postsOf(database.db, id, today) };
  };
  const as = async <T>(name: string, act: (app: App, who: Person) => Promise<T>): Promise<T> => {
    const who = await person(name);
    return act(appFor(app, who, '127.0.0.1'), who);
  };
  const report = (name: string, duty: string) => as(name, (one, who) => getDutyReport(one, who, duties[duty] ?? ''));
  const page = (name: string, duty: string) => as(name, (one, who) => getDuty(one, who, duties[duty] ?? ''));
  const work = async (name: string, task: WorkTask) =>
    (await as(name, (one, who) => getWorkList(one, who, task, { limit: 20 }))).items.map(({ duty }) => duty.id);
  type Told = DutyAction extends infer A ? (A extends DutyAction ? Omit<A, 'version'> : never) : never;
  const act = async (name: string, duty: string, action: Told) => {
    const { version } = (await page(name, duty)).duty;
    return as(name, (one, who) => actOnDuty(one, who, duties[duty] ?? '', { ...action, version } as DutyAction));
  };
  const save = (name: string, duty: string, id: string, more: Partial<ProgressFields> = {}) =>
    as(name, (one, who) =>
      saveProgress(one, who, duties[duty] ?? '', {
        ...{ id, window: randomUUID(), number: 1, version: 0, fields: { ...fields, ...more } },
      }),
    );
  const stored = async (table: string, id: string) => {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where id = ${id}`.execute(
      database.db,
    );
    return rows[0];
  };

  const text = (words: string): SectionContent => [{ kind: 'paragraph', runs: [{ text: words }] }];
  const write = (name: string, words: string, version: number) =>
    as(name, (one, who) =>
      saveSection(one, who, { submissionId, section: 'chung' }, { content: text(words), version }),
    );
  /** A round is open, and Sở A has begun to write. */
  const beginReport = async () => {
    const outline = [{ key: 'chung', title: 'Chung', level: 1, guide: '', owners: { all: true } as const }];
    const regime = await findRegime(database.db, await insertRegime(database.db, aRegime({ outline })));
    if (!regime) throw new Error('no regime');
    const at = app.clock.now();
    const round = await database.db
      .transaction()
      .execute((trx) => makeRound(trx, regime, '2026-M03', { by: null, at }));
    const { rows } = await sql<{ id: string }>`select id from submission where round_id = ${round}`.execute(
      database.db,
    );
    submissionId = rows[0]?.id ?? '';
    await write('chuyên viên A', 'Quý I tăng 5 %', 0);
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const clock = { now: () => new Date(`${today}T02:00:00Z`) };
    app = await createApp({ db: database.db, maxFileBytes: 1e6, demo: false, clock });
    await storeProvince(database.db);
    await sql`update agency set kind = 'committee' where id = 'ubnd'`.execute(database.db);
    await sql`update agency set kind = 'council' where id = 'hdnd'`.execute(database.db);
    await hire('chuyên viên A', 'officer', 'so-a');
    await hire('giám đốc A', 'head', 'so-a');
    await hire('chuyên viên B', 'officer', 'so-b');
    await hire('giám đốc B', 'head', 'so-b');
    await hire('chánh văn phòng', 'officer', 'van-phong');
    await hire('điều phối', 'coordinator', 'ubnd');
    await hire('hội đồng', 'supervisor', 'hdnd');
    const { user } = await person('chuyên viên A');
    const give = async (name: string, more: Partial<Parameters<typeof storeDuty>[2]> = {}) => {
      duties[name] = await storeDuty(database.db, user.id, { agencyId: 'so-a', due: '2026-12-31', ...more });
    };
    await give('open', { officerId: user.id });
    await give('dropped');
    await give('result');
    await give('done');
    await give('confirmed', { monitorId: 'van-phong' });
    await give('ofOffice', { agencyId: 'van-phong' });
    await save('chuyên viên A', 'open', ids.draft);
    await as('chuyên viên A', async (one, who) => {
      const duty = duties.open ?? '';
      await addProduct(one, who, duty, { id: proof, number: '1/BC', date: today, note: '', progressId: ids.draft });
      await addProduct(one, who, duty, { id: stray, number: '2/BC', date: today, note: '', progressId: null });
      const obstacle = { what: 'Thiếu kinh phí', impact: '', deciderId: null, wantedBy: null };
      await raiseObstacle(one, who, duty, { id: said.obstacle, ...obstacle });
      await askDueChange(one, who, duty, { id: said.due, reason: 'Chờ hướng dẫn', dueProposed: '2027-01-29' });
    });
    await as('chánh văn phòng', (one, who) =>
      raiseObstacle(one, who, duties.ofOffice ?? '', {
        ...{ id: said.toDecide, what: 'Chờ Sở A', impact: '', deciderId: 'so-a', wantedBy: null },
      }),
    );
    for (const [duty, id] of [
      ['result', ids.result],
      ['confirmed', ids.confirmed],
    ] as const) {
      await save('giám đốc A', duty, id, { result: true, share: 100 });
      await as('giám đốc A', (one, who) => stepProgress(one, who, id, { verb: 'send', version: 1 }));
      const judge = duty === 'confirmed' ? 'chánh văn phòng' : 'điều phối';
      await as(judge, (one, who) => judgeResult(one, who, id, { verb: 'confirm', version: 2 }));
    }
    await save('chuyên viên A', 'dropped', ids.submitted);
    await as('chuyên viên A', (one, who) => stepProgress(one, who, ids.submitted, { verb: 'submit', version: 1 }));
    await as('hội đồng', (one, who) =>
      askQuestion(one, who, duties.done ?? '', { id: said.question, question: 'Đến đâu rồi?', answerBy: null }),
    );
    await as('chuyên viên A', (one, who) =>
      stepQuestion(one, who, said.question, { verb: 'draftAnswer', draftVersion: 0, answer: 'Đã xong' }),
    );
    await sql`update duty set stage = 'done', done_on = ${today} where id = ${duties.done}`.execute(database.db);
    await act('điều phối', 'dropped', { verb: 'drop', words: 'Không làm nữa' });
    await beginReport();
    const planned = await planNewReorganisation(app, user, {
      ...{ title: 'Hợp nhất', legalBasis: 'NQ 12/NQ-HĐND', effectiveOn: today, newAgencies: [] },
      moves: [{ kind: 'merge', from: 'so-a', to: 'so-b', field: null, name: null }],
    });
    const { version, counts } = planned;
    await confirmReorganisation(app, user, planned.id, { version, ended: counts.ended, made: counts.made });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('a draft is its author’s still, with its evidence; it is gone on with and sent', async () => {
    expect((await report('chuyên viên A', 'open')).inside.map(({ id }) => id)).toEqual([ids.draft]);
    expect((await report('giám đốc B', 'open')).inside.map(({ id }) => id)).toEqual([ids.draft]);
    expect((await report('chánh văn phòng', 'open')).inside).toEqual([]);
    expect((await report('giám đốc B', 'open')).evidence.map(({ id }) => id).toSorted()).toEqual(
      [proof, stray].toSorted(),
    );
    expect(await work('chuyên viên A', 'finishDraft')).toEqual([duties.open]);
    await as('chuyên viên A', (one, who) => removeEvidence(one, who, proof));
    expect(await stored('evidence', proof)).toBeUndefined();
    await as('chuyên viên A', (one, who) => stepProgress(one, who, ids.draft, { verb: 'submit', version: 1 }));
    expect(await work('giám đốc B', 'approve')).toContain(duties.open);
    await as('giám đốc B', (one, who) => stepProgress(one, who, ids.draft, { verb: 'approve', version: 2 }));
    expect(await stored('progress', ids.draft)).toMatchObject({ stage: 'sent', sent_by: users.get('giám đốc B') });
  });

  it('an obstacle is closed and opened again by the heir, and one that the ended agency was to decide by the heir, too', async () => {
    const step = (name: string, id: string, verb: 'close' | 'reopen' | 'answer', version: number) =>
      as(name, (one, who) => stepObstacle(one, who, id, { verb, version, answer: 'Đã có' }));
    await step('chuyên viên B', said.obstacle, 'close', 1);
    await step('chuyên viên B', said.obstacle, 'reopen', 2);
    expect(await work('giám đốc B', 'answerObstacle')).toEqual([duties.ofOffice]);
    await step('giám đốc B', said.toDecide, 'answer', 1);
    expect(await stored('obstacle', said.toDecide)).toMatchObject({ answer: 'Đã có' });
  });

  it('an asked deadline is taken back by the heir’s head', async () => {
    await as('giám đốc B', (one, who) => stepDueChange(one, who, said.due, { verb: 'withdraw', version: 1 }));
    expect(await stored('due_change', said.due)).toMatchObject({ stage: 'withdrawn' });
  });

  it('a question about what is done is answered by the heir, from the draft that there was', async () => {
    expect(await work('giám đốc B', 'answerQuestion')).toEqual([duties.done]);
    const [question] = (await report('giám đốc B', 'done')).questions;
    expect(question).toMatchObject({ may: ['draftAnswer', 'answer'], draft: { text: 'Đã xong' } });
    await as('chuyên viên B', (one, who) =>
      stepQuestion(one, who, said.question, { verb: 'draftAnswer', draftVersion: 1, answer: 'Đã xong từ tháng 2' }),
    );
    await as('giám đốc B', (one, who) =>
      stepQuestion(one, who, said.question, { verb: 'answer', version: 1, answer: 'Đã xong' }),
    );
    expect(await stored('question', said.question)).toMatchObject({ answer: 'Đã xong' });
  });

  it('a duty that was dropped and is picked up is the heir’s, with what was submitted inside', async () => {
    await act('điều phối', 'dropped', { verb: 'pickUp' });
    expect(await stored('duty', duties.dropped ?? '')).toMatchObject({ stage: 'assigned', agency_id: 'so-b' });
    await act('chuyên viên B', 'dropped', { verb: 'accept' });
    await as('giám đốc B', (one, who) => stepProgress(one, who, ids.submitted, { verb: 'approve', version: 2 }));
  });

  it('a confirmation that is taken back leaves the result to be judged, and sent back it is the heir’s to do again', async () => {
    const judge = (verb: 'takeBack' | 'sendBack', version: number) =>
      as('điều phối', (one, who) => judgeResult(one, who, ids.result, { verb, version, reason: 'Thiếu phụ lục' }));
    await judge('takeBack', 3);
    expect(await stored('duty', duties.result ?? '')).toMatchObject({ stage: 'reported', agency_id: 'so-b' });
    expect(await work('điều phối', 'judge')).toEqual([duties.result]);
    await judge('sendBack', 4);
    expect(await work('chuyên viên B', 'redoResult')).toEqual([duties.result]);
    const again = randomUUID();
    await save('chuyên viên B', 'result', again, { result: true, share: 100 });
    await as('chuyên viên B', (one, who) => stepProgress(one, who, again, { verb: 'submit', version: 1 }));
  });

  it('what is done stays under the name of whoever did it until the monitor takes the confirmation back', async () => {
    expect((await page('chuyên viên B', 'confirmed')).duty.agency).toMatchObject({ id: 'so-a', name: 'Sở A' });
    await as('chánh văn phòng', (one, who) => judgeResult(one, who, ids.confirmed, { verb: 'takeBack', version: 3 }));
    expect((await page('chuyên viên B', 'confirmed')).duty).toMatchObject({
      stage: 'reported',
      agency: { id: 'so-b' },
    });
    const { rows } = await sql`
      select a.agency_id as "agencyId" from duty_origin o join assignment a on a.id = o.assignment_id where o.duty_id = ${duties.confirmed}`.execute(
      database.db,
    );
    expect(rows).toEqual([{ agencyId: 'so-b' }]);
  });

  it('a report that was begun is gone on with where it was left, and sent by the heir', async () => {
    const { sections } = await as('chuyên viên B', (one) => getSubmissionSections(one, submissionId));
    expect(sections.map(({ content, changed }) => [content, changed?.by.id])).toEqual([
      [text('Quý I tăng 5 %'), users.get('chuyên viên A')],
    ]);
    await write('chuyên viên B', 'Quý I tăng 6 %', 1);
    await write('chuyên viên A', 'Quý I tăng 7 %', 2);
    const { version } = (await as('giám đốc B', (one, who) => getSubmission(one, who, submissionId))).submission;
    await as('giám đốc B', (one, who) => actOnSubmission(one, who, submissionId, { verb: 'send', version }));
    expect(await stored('submission', submissionId)).toMatchObject({ stage: 'sent', agency_id: 'so-a' });
  });

  it('nobody has a post there any more, and nothing new is laid before it', async () => {
    const { rows } =
      await sql`select from post where agency_id = 'so-a' and (valid_until is null or valid_until > ${today})`.execute(
        database.db,
      );
    expect(rows).toEqual([]);
    const obstacle = { id: randomUUID(), what: 'Chờ Sở A', impact: '', deciderId: 'so-a', wantedBy: null };
    await expect(
      as('chánh văn phòng', (one, who) => raiseObstacle(one, who, duties.ofOffice ?? '', obstacle)),
    ).rejects.toMatchObject({ code: 'agencyEnded' });
  });

  it('of work that only goes over to another, the question and the obstacle go along, and nobody has to answer for what is not theirs', async () => {
    const asked = randomUUID();
    await as('hội đồng', (one, who) =>
      askQuestion(one, who, duties.ofOffice ?? '', { id: asked, question: 'Vì sao chậm?', answerBy: null }),
    );
    await as('chánh văn phòng', (one, who) =>
      stepQuestion(one, who, asked, { verb: 'draftAnswer', draftVersion: 0, answer: 'Đang chờ' }),
    );
    const { user } = await person('điều phối');
    const planned = await planNewReorganisation(app, user, {
      ...{ title: 'Chuyển giao', legalBasis: 'NQ 14/NQ-HĐND', effectiveOn: today, newAgencies: [] },
      moves: [{ kind: 'transfer', from: 'van-phong', to: 'so-b', field: 'đề án', name: null }],
    });
    const { id, version, counts } = await changeReorganisation(app, user, planned.id, {
      version: planned.version,
      decisions: planned.choices.map(({ assignmentId }) => ({
        assignmentId,
        heirs: [{ agencyId: 'so-b', field: 'đề án' }],
      })),
    });
    await confirmReorganisation(app, user, id, { version, ended: counts.ended, made: counts.made });
    expect(await stored('duty', duties.ofOffice ?? '')).toMatchObject({ agency_id: 'so-b' });
    expect(await work('giám đốc B', 'answerQuestion')).toContain(duties.ofOffice);
    expect(await work('chánh văn phòng', 'answerQuestion')).toEqual([]);
    await as('chuyên viên B', (one, who) => stepObstacle(one, who, said.toDecide, { verb: 'close', version: 2 }));
    await as('chuyên viên B', (one, who) =>
      stepQuestion(one, who, asked, { verb: 'draftAnswer', draftVersion: 1, answer: 'Sở B tiếp nhận' }),
    );
    await as('giám đốc B', (one, who) =>
      stepQuestion(one, who, asked, { verb: 'answer', version: 1, answer: 'Xong trong tháng' }),
    );
    expect(await stored('question', asked)).toMatchObject({ answer: 'Xong trong tháng', asked_for: 'van-phong' });
  });
});
