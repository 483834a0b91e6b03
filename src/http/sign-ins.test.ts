import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { Client, officerAccount, type RunningServer, runServer } from '../../test/running-server.ts';
import type { SignInEntry } from '../registry/sign-in.ts';

type Listed = { entries: SignInEntry[]; next: string | null; keptDays: number };

describe.each(engines.slice(0, 1))('the log of sign-ins over HTTP, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
    await running.database.db.deleteFrom('sign_in').execute();
    const signIn = (password: string) => new Client(running.url).signIn({ ...officerAccount, password });
    await signIn('sai');
    await signIn(officerAccount.password);
    await sql`update app_user set state = 'locked' where email = ${officerAccount.email}`.execute(running.database.db);
    await signIn(officerAccount.password);
    await sql`update app_user set state = 'active' where email = ${officerAccount.email}`.execute(running.database.db);
    await new Client(running.url).signIn({ email: '+1+1@thu.vn', password: 'sai' });
  });
  afterAll(() => running.stop());

  const list = (query = ''): Promise<Listed> => running.officer.get<Listed>(`/api/sign-ins?${query}`);

  it('tells the administrator who came in, who failed and who was shut out, by what and from where, latest first', async () => {
    const { entries, next, keptDays } = await list();
    const person = { name: 'Cán bộ Thử' };
    const by = { proof: 'password', provider: null, address: '127.0.0.1' };
    expect(entries).toMatchObject([
      { outcome: 'refused', account: '+1+1@thu.vn', person: null, ...by },
      { outcome: 'refused', account: officerAccount.email, person, ...by },
      { outcome: 'opened', account: officerAccount.email, person, ...by },
      { outcome: 'refused', account: officerAccount.email, person, ...by },
    ]);
    expect([next, keptDays]).toEqual([null, 95]);
  });

  it('finds by account, name or address, by outcome and by days, and goes on where a page ended', async () => {
    const count = async (query: string) => (await list(query)).entries.length;
    expect([await count(`q=${officerAccount.email}`), await count('q=cán bộ'), await count('q=127.0.0')]).toEqual([
      3, 3, 4,
    ]);
    expect([await count('outcome=opened'), await count('outcome=denied')]).toEqual([1, 0]);
    expect([await count('to=2020-01-01'), await count('from=2020-01-01&to=2999-01-01')]).toEqual([0, 4]);
    const first = await list('limit=3');
    const rest = await list(`limit=3&after=${first.next}`);
    const ids = [...first.entries, ...rest.entries].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, rest.next]).toEqual([4, 4, null]);
  });

  it('is handed out as a file, in which what somebody typed as an account is no formula', async () => {
    const csv = await running.officer.fetch('/api/sign-ins/export?format=csv&outcome=refused');
    const text = await csv.text();
    expect(text.trim().split('\n')).toHaveLength(4);
    expect(text).toContain('Đăng nhập không thành');
    expect(text).toContain("'+1+1@thu.vn");
  });

  it('tells everybody of their own account and of no other', async () => {
    const other = await running.as('officer');
    const own = async (client: Client) =>
      (await client.get<Pick<Listed, 'entries'>>('/api/account/sign-ins')).entries.map(({ outcome }) => outcome);
    expect(await own(other)).toEqual(['opened']);
    expect(await own(running.officer)).toEqual(['refused', 'opened', 'refused']);
  });
});
