import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { type MailBox, startMailServer } from '../../test/mail-server.ts';
import { type App, createApp } from './app.ts';
import { jobWork } from './job-work.ts';
import { queueMail } from './queue-mail.ts';

/** A real mail server that is away and comes back; the waits between attempts are not waited for but counted. */

const hour = 3600;
const names = ['an', 'binh', 'chi', 'dung'];

describe.each(engines)('while the mail server is away, on $name', (engine) => {
  let database: FreshDatabase;
  let mail: MailBox;
  let app: App;
  let waited = 0;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    mail = await startMailServer();
    app = await createApp({
      ...{ db: database.db, maxFileBytes: 1, demo: false },
      mail: { url: mail.url, from: 'Tiến Độ <tien-do@thu.vn>' },
      clock: { now: () => new Date(Date.now() + waited * 1000) },
    });
    const { mail: letters } = jobWork(app);
    await app.jobs.start(letters ? { mail: letters } : {});
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
    await database.drop();
  });

  const send = (people: readonly string[]) =>
    database.db.transaction().execute(async (trx) => {
      for (const one of people) await queueMail(trx, { to: `${one}@thu.vn`, subject: `Thư ${one}`, text: 'Nội dung' });
    });
  const states = async () => {
    const { rows } = await sql<{ state: string; tries: number }>`
      select state::text, retry_count::int as tries from pgboss.job where name = 'mail' order by id`.execute(
      database.db,
    );
    return rows;
  };
  /** All letters have been tried so often; gives how long they would wait now. */
  const tried = async (attempts: number): Promise<number> => {
    await until('the attempts', async () => {
      const all = (await states()).filter(({ state, tries }) => state === 'retry' && tries === attempts);
      return all.length === names.length || undefined;
    });
    const { rows } = await sql<{ seconds: number }>`
      select extract(epoch from min(start_after) - now())::float8 as seconds from pgboss.job where state = 'retry'`.execute(
      database.db,
    );
    return rows[0]?.seconds ?? 0;
  };
  /** Now, all of them. The queue looks at once where it begins to work. */
  const tryAgain = async () => {
    await app.jobs.setPaused('mail', true);
    await until('the rest', () => !app.jobs.busyWith('mail') || undefined);
    await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(database.db);
    await app.jobs.setPaused('mail', false);
  };
  const done = () =>
    until('the letters', async () => (await states()).every(({ state }) => state === 'completed') || undefined);
  const subjects = () => mail.received.map(({ subject }) => subject).toSorted();

  it('letters wait for more than a day, and each comes once', async () => {
    await mail.fail('refused');
    await send(names);
    const ways = ['refused', 'busy', 'cut'] as const;
    for (let nth = 0; waited < 26 * hour; nth++) {
      waited += await tried(nth);
      const way = waited < 26 * hour ? ways[nth % ways.length] : 'back';
      mail.refuse(way === 'busy' ? 'mailbox busy' : undefined);
      await mail.fail(way === 'busy' || way === 'back' ? undefined : way);
      await tryAgain();
    }
    await done();
    expect(subjects()).toEqual(names.map((one) => `Thư ${one}`));
  });

  it('a letter whose taking was not told comes again under the same number, which nobody can know better', async () => {
    mail.received.length = 0;
    await mail.fail('silent');
    await send(['em']);
    await until('the first', () => mail.received.length > 0 || undefined);
    await until('the attempt', async () => (await states()).some(({ state }) => state === 'retry') || undefined);
    await mail.fail(undefined);
    await tryAgain();
    await done();
    expect(subjects()).toEqual(['Thư em', 'Thư em']);
    expect(new Set(mail.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])).size).toBe(1);
  });
});
