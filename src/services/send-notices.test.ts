import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { type MailBox, partsOf, startMailServer } from '../../test/mail-server.ts';
import { givePost, putTestAgency } from '../../test/running-server.ts';
import { usualChoice } from '../registry/notice-choice.ts';
import { recordActions } from '../store/actions.ts';
import { beginWeekly, claimDigest, claimWeekly, putChoice, weeklySubscribers } from '../store/notice-choices.ts';
import { insertNotices } from '../store/notices.ts';
import { insertWebhook, listAttempts } from '../store/webhooks.ts';
import { type App, createApp } from './app.ts';
import { verifyAudit } from './audit.ts';
import { forgetByRule } from './forget-by-rule.ts';
import { jobWork } from './job-work.ts';
import { changeChoice } from './notices.ts';
import { type News, notify } from './notify.ts';
import { queueMail } from './queue-mail.ts';
import { sendNotices } from './send-notices.ts';
import { createUser } from './sign-in.ts';
import { sealSecret } from './webhook-secrets.ts';
import { repeatWebhook } from './webhooks.ts';
import { sendWeeklyLetters } from './weekly-letters.ts';

/** Vietnamese times of a Tuesday and of the Saturday after. */
const tuesday = (time: string) => new Date(`2026-03-03T${time}:00+07:00`);
const saturday = (time: string) => new Date(`2026-03-07T${time}:00+07:00`);
const monday = (time: string) => new Date(`2026-03-09T${time}:00+07:00`);

type Call = { body: string; headers: IncomingMessage['headers'] };

describe.each(engines)('what leaves by mail and webhook on $name', (engine) => {
  let database: FreshDatabase;
  let mail: MailBox;
  let listener: Server;
  let app: App;
  let now = tuesday('09:00');
  let userId = '';
  const calls: Call[] = [];
  let answer = 204;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    mail = await startMailServer();
    listener = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        calls.push({ body, headers: request.headers });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    app = await createApp({
      db: database.db,
      maxFileBytes: 1,
      demo: false,
      publicUrl: 'https://tien-do.thu.vn/',
      mail: { url: mail.url, from: 'Tiến Độ <tien-do@thu.vn>' },
      outgoing: { innerHosts: ['127.0.0.1'] },
      clock: { now: () => now },
    });
    const user = await createUser(database.db, { name: 'Lê Thị <b>An', email: 'an@thu.vn', password: 'mat-khau-thu' });
    userId = user.id;
    await putTestAgency(database.db);
    await givePost(database.db, userId, 'officer');
    // The daily runs come on demand here.
    const { mail: letters, webhook, tell } = jobWork(app);
    await app.jobs.start({ ...(letters && { mail: letters }), ...(webhook && { webhook }), ...(tell && { tell }) });
  });

  afterAll(async () => {
    await app.close();
    await mail.close();
    await new Promise((resolve) => listener.close(resolve));
    await database.drop();
  });

  beforeEach(() => {
    mail.received.length = 0;
  });

  const tell = (...news: Omit<News, 'to'>[]) =>
    database.db.transaction().execute((trx) =>
      notify(
        trx,
        { by: null, at: now },
        news.map((one) => ({ ...one, to: [{ userId }] })),
      ),
    );
  const endPosts = () =>
    sql`update post set valid_until = '2026-01-01' where user_id = ${userId} and valid_until is null`.execute(
      database.db,
    );
  /** One look at both: what leaves one is in the other in the same moment. */
  const quiet = async () => {
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from outbox)::int + (select count(*) from pgboss.job where state < 'completed')::int as left`.execute(
      database.db,
    );
    return rows[0]?.left === 0 || undefined;
  };
  const letters = async (count: number) => {
    await until('the queue to be empty', quiet);
    expect(mail.received.map(({ subject }) => subject)).toHaveLength(count);
    return mail.received;
  };

  it('mails a rejection at once over TLS, as text and as HTML with nothing taken for markup', async () => {
    await tell({
      kind: 'resultSentBack',
      details: { what: 'Xây <script>alert(1)</script> trường', reason: 'thiếu & sai' },
    });
    const [letter] = await letters(1);
    expect(letter).toMatchObject({ from: 'tien-do@thu.vn', to: ['an@thu.vn'], secure: true });
    expect(letter?.subject).toContain('bị trả lại, đề nghị thực hiện lại, lý do: thiếu & sai');
    expect(letter?.raw).toMatch(/^From: =\?UTF-8\?.*<tien-do@thu\.vn>/m);
    const { plain, html } = partsOf(letter ?? expect.fail());
    expect(plain).toContain('Xây <script>alert(1)</script> trường');
    expect(html).toContain('Xây &lt;script&gt;alert(1)&lt;/script&gt; trường');
    expect(html).toContain('<a href="https://tien-do.thu.vn/thong-bao">');
    // What was mailed is in the queue no more, where to is.
    const { data } = await database.db
      .withTables<{ 'pgboss.job': { name: string; data: unknown } }>()
      .selectFrom('pgboss.job')
      .select('data')
      .where('name', '=', 'mail')
      .executeTakeFirstOrThrow();
    expect(data).toEqual({ to: 'an@thu.vn', subject: letter?.subject });
  });

  it('mails what is told while it looks at what was told before, too', async () => {
    const rejection = (what: string) =>
      insertNotices(
        database.db,
        [
          {
            ...{ userId, kind: 'resultSentBack' as const, urgent: true, details: { what, reason: 'thiếu' } },
            ...{ dutyId: null, documentId: null, roundId: null },
          },
        ],
        now,
      );
    await rejection('Việc đến trước');
    const settling = database.db.transaction();
    const execute = settling.execute.bind(settling);
    settling.execute = async (work) => {
      await rejection('Việc đến sau');
      return execute(work);
    };
    const begun = vi.spyOn(database.db, 'transaction').mockReturnValueOnce(settling);
    await sendNotices(app);
    begun.mockRestore();
    await sendNotices(app);
    const sent = await letters(2);
    expect(sent.map((letter) => partsOf(letter).plain.match(/Việc đến \p{L}+/u)?.[0])).toEqual([
      'Việc đến trước',
      'Việc đến sau',
    ]);
  });

  it('keeps the rest for one digest a day on working days', async () => {
    await tell(
      { kind: 'dueSoon', details: { what: 'Việc một', days: 5 } },
      { kind: 'overdue', details: { what: 'Việc hai', days: 1 } },
    );
    await letters(1);
    const [digest] = mail.received;
    expect(digest?.subject).toBe('Tổng hợp thông báo ngày 03/03/2026: 2 thông báo');
    await tell({ kind: 'dueToday', details: { what: 'Việc ba' } });
    await Promise.all([sendNotices(app), sendNotices(app)]);
    await letters(1);
    now = saturday('09:00');
    await sendNotices(app);
    await letters(1);
    now = monday('07:29');
    await sendNotices(app);
    await letters(1);
    now = monday('07:30');
    await Promise.all([sendNotices(app), sendNotices(app)]);
    const [, second] = await letters(2);
    expect(partsOf(second ?? expect.fail()).plain).toContain('“Việc ba” đến hạn hôm nay');
  });

  it('holds a rejection back in quiet hours and at the weekend, but not what is urgent', async () => {
    now = saturday('10:00');
    await tell({ kind: 'dueRefused', details: { what: 'Chờ được' } });
    await letters(0);
    await tell({ kind: 'assigned', urgent: true, details: { what: 'Hỏa tốc' } });
    const [urgent] = await letters(1);
    expect(urgent?.subject).toContain('“Hỏa tốc”');
    now = monday('06:29');
    await sendNotices(app);
    await letters(1);
    now = monday('06:30');
    await sendNotices(app);
    const [, later] = await letters(2);
    expect(later?.subject).toContain('“Chờ được”');
  });

  it('follows what the person chose, in the language they chose', async () => {
    now = new Date('2026-03-10T10:00:00+07:00');
    const kinds = {
      dueSoon: { app: true, mail: 'off', webhook: true },
      dueToday: { app: true, mail: 'now', webhook: true },
    } as const;
    await putChoice(database.db, userId, { ...usualChoice, kinds, language: 'en' });
    await tell(
      { kind: 'dueSoon', details: { what: 'Không cần thư' } },
      { kind: 'dueToday', details: { what: 'Cần ngay' } },
    );
    const [letter] = await letters(1);
    expect(letter?.subject).toBe('“Cần ngay” is due today');
    await putChoice(database.db, userId, usualChoice);
  });

  it('sends the letter of the week once to who asked for it, within the hours that are not quiet, and to nobody without a post', async () => {
    const before = now;
    now = tuesday('10:00');
    await endPosts();
    const user = { id: userId, name: 'Lê Thị <b>An', email: 'an@thu.vn' };
    await changeChoice(app, user, { ...usualChoice, weeklyOn: 1 });
    // Asked for on a Tuesday: that Tuesday is not made up for.
    await sendWeeklyLetters(app);
    await letters(0);
    now = new Date('2026-03-10T06:00:00+07:00');
    await sendWeeklyLetters(app);
    await letters(0);
    now = new Date('2026-03-10T09:00:00+07:00');
    await Promise.all([sendWeeklyLetters(app), sendWeeklyLetters(app)]);
    await letters(0);
    await givePost(database.db, userId, 'leader');
    now = new Date('2026-03-17T09:00:00+07:00');
    await Promise.all([sendWeeklyLetters(app), sendWeeklyLetters(app)]);
    const [letter] = await letters(1);
    expect(letter?.subject).toBe('Kế hoạch tuần 10/03/2026 – 17/03/2026: 0 chỉ tiêu chậm, 0 việc quá hạn');
    const { plain } = partsOf(letter ?? expect.fail());
    expect(plain).toContain('Trong tuần không có chỉ tiêu nào đổi trạng thái');
    expect(plain).toContain('https://tien-do.thu.vn/thong-bao?thu=dung');
    await changeChoice(app, user, { ...usualChoice, weeklyOn: null });
    now = new Date('2026-03-24T09:00:00+07:00');
    await sendWeeklyLetters(app);
    await letters(1);
    now = before;
  });

  it('sends digests and letters of the week again after a clock that was ahead was set back', async () => {
    const { db } = database;
    const claimed = async (day: string) => claimDigest(db, userId, day);
    expect([await claimed('2027-03-03'), await claimed('2026-03-03'), await claimed('2026-03-03')]).toEqual([
      true,
      true,
      false,
    ]);
    await putChoice(db, userId, { ...usualChoice, weeklyOn: 0 });
    await beginWeekly(db, userId, '2027-03-01');
    expect(await weeklySubscribers(db, '2026-03-03')).toEqual([userId]);
    const weekly = () => claimWeekly(db, userId, '2026-03-02');
    expect([await weekly(), await weekly()]).toEqual([true, false]);
    await putChoice(db, userId, usualChoice);
  });

  it('tries again where the mail server refuses, and the administrator sees why', async () => {
    mail.refuse('mailbox is full');
    await database.db
      .transaction()
      .execute((trx) => queueMail(trx, { to: 'an@thu.vn', subject: 'Thư mời', text: 'Xin mời' }));
    const [failed] = await until('the failure', async () => {
      const jobs = await app.jobs.list({ queue: 'mail', state: 'retry', limit: 1 });
      return jobs.length > 0 ? jobs : undefined;
    });
    expect(failed?.failure).toContain('mailbox is full');
    mail.refuse(undefined);
    await app.jobs.retry(failed?.id ?? '');
    const [letter] = await letters(1);
    expect(letter?.subject).toBe('Thư mời');
  });

  it('sends nothing of the work to somebody whose post has ended, told before or queued before', async () => {
    const before = now;
    // No day for a digest.
    now = saturday('10:00');
    await tell({ kind: 'dueSoon', details: { what: 'Chờ thư tổng hợp', days: 5 } });
    mail.refuse('mailbox is full');
    await tell({ kind: 'dueToday', urgent: true, details: { what: 'Chờ máy chủ thư' } });
    const [waiting] = await until('the letter to be tried', async () => {
      const jobs = await app.jobs.list({ queue: 'mail', state: 'retry', limit: 1 });
      return jobs.length > 0 ? jobs : undefined;
    });
    await endPosts();
    mail.refuse(undefined);
    await app.jobs.retry(waiting?.id ?? '');
    now = monday('09:00');
    await sendNotices(app);
    await letters(0);
    await givePost(database.db, userId, 'leader');
    await sendNotices(app);
    await letters(0);
    now = before;
  });

  it('calls webhooks that want the kind, signed with the moment, and keeps a log', async () => {
    const webhook = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const { port } = listener.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/nhan`;
    const own = { secret: sealSecret(app.accounts.sealing, 'khoa'), by: userId, at: now };
    await insertWebhook(database.db, webhook(1), { name: 'Nhắn tin', address, kinds: ['urged'], active: true }, own);
    await insertWebhook(database.db, webhook(2), { name: 'Khác', address, kinds: ['assigned'], active: true }, own);
    await tell({ kind: 'urged', details: { what: 'Nộp báo cáo', by: 'Văn phòng' } });
    await until('the queue to be empty', quiet);
    expect(calls).toHaveLength(1);
    const [call] = calls;
    const [, seconds, hash] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(call?.headers['x-tiendo-signature'])) ?? [];
    expect(Number(seconds)).toBe(Math.floor(now.getTime() / 1000));
    expect(hash).toBe(createHmac('sha256', 'khoa').update(`${seconds}.${call?.body}`).digest('hex'));
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      kind: 'urged',
      sentence: 'Văn phòng đôn đốc “Nộp báo cáo”',
      people: [{ id: userId, email: 'an@thu.vn' }],
      link: 'https://tien-do.thu.vn/thong-bao',
    });
    answer = 500;
    await tell({ kind: 'urged', details: {} });
    await until('the second attempt in the log', async () => (await listAttempts(database.db, webhook(1), 10))[1]);
    const [failed, delivered] = await listAttempts(database.db, webhook(1), 10);
    expect(failed).toMatchObject({ status: 500, failure: 'status' });
    expect(delivered).toMatchObject({ status: 204, failure: null, kind: 'urged' });
    answer = 204;
    await repeatWebhook(app, webhook(1), delivered?.id ?? 0);
    const [again] = await until('the call that was sent again', async () => {
      const [latest, before] = await listAttempts(database.db, webhook(1), 10);
      return latest?.failure === null && before?.failure === 'status' ? [latest] : undefined;
    });
    expect(again?.kept).toBe(true);
    const repeated = calls.at(-1);
    expect([repeated?.body, repeated?.headers['x-tiendo-id']]).toEqual([call?.body, call?.headers['x-tiendo-id']]);
    await expect(repeatWebhook(app, webhook(2), delivered?.id ?? 0)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('are let go of when their time has come: of who has left all but what was done, and nothing of the record', async () => {
    const { db } = database;
    const before = now;
    await recordActions(db, [
      {
        ...{ operation: randomUUID(), at: now, userId, documentId: null, reason: null, before: null },
        ...{ verb: 'thử', subjectKind: 'webhook', subjectId: 'x', after: { thu: 1 } },
      },
    ]);
    const actions = async () =>
      (await sql<{ rows: unknown }>`select json_agg(a order by id) as rows from action a`.execute(db)).rows;
    const notices = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from notice where settled_at is not null`.execute(db)).rows[0]
        ?.n;
    const kept = { actions: await actions(), notices: await notices() };
    expect(kept.notices).toBeGreaterThan(3);
    // Two years are not over yet.
    now = new Date(before.getTime() + 700 * 86_400_000);
    await forgetByRule(app);
    expect(await notices()).toBe(kept.notices);
    expect((await sql`select from webhook_attempt`.execute(db)).rows).toEqual([]);
    now = new Date(before.getTime() + 740 * 86_400_000);
    await sendNotices(app);
    await forgetByRule(app);
    expect(await notices()).toBe(0);
    await sql`update app_user set state = 'left' where id = ${userId}`.execute(db);
    await sql`update post set valid_until = '2026-03-20' where user_id = ${userId}`.execute(db);
    now = new Date('2026-06-18T09:00:00+07:00');
    await forgetByRule(app);
    expect((await sql`select from password where user_id = ${userId}`.execute(db)).rows).toHaveLength(1);
    now = new Date('2026-06-20T09:00:00+07:00');
    await forgetByRule(app);
    expect((await sql`select from password where user_id = ${userId}`.execute(db)).rows).toEqual([]);
    expect((await sql`select name from app_user where id = ${userId}`.execute(db)).rows).toHaveLength(1);
    expect(await forgetByRule(app)).toBe(0);
    expect(await actions()).toEqual(kept.actions);
    expect(await verifyAudit(app)).toMatchObject({ faults: [] });
    now = before;
  });
});
