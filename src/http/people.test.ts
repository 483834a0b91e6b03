import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { Client, givePost as holdPost, type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import type { ListedPerson } from '../api/people.ts';
import type { ReviewCounts, ReviewDue, ReviewedAccount } from '../registry/account-review.ts';
import { remindOfReviews } from '../services/accounts/remind-of-reviews.ts';
import { endPost } from '../services/give-post.ts';
import { createUser } from '../services/sign-in.ts';
import { actingAs } from '../store/acting.ts';

const password = 'Lúa chín 2026 !';

const outcome = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code];

describe.each(engines)('people and their posts, on $name', (engine) => {
  let running: RunningServer;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    running = await runServer(engine);
    const { db } = running.database;
    await sql`insert into agency (id, parent_id, kind, tier, source) values
      ('so', ${testAgency}, 'department', 'province', 'thử'), ('phong', 'so', 'department', 'province', 'thử'),
      ('so-khac', ${testAgency}, 'department', 'province', 'thử')`.execute(db);
    await sql`insert into agency_name (agency_id, kind, name, key) values ('so', 'official', 'Sở Y tế', 'so y te'),
      ('phong', 'official', 'Phòng Nghiệp vụ', 'phong nghiep vu'), ('so-khac', 'official', 'Sở Nội vụ', 'so noi vu')`.execute(
      db,
    );
    for (const [key, name] of [
      ['an', 'Đỗ Thị Ân'],
      ['binh', 'Ấu Văn Bình'],
      ['chi', 'Trần Chí'],
    ] as const)
      ids[key] = (await createUser(db, { name, email: `${key}@tinh.vn`, password })).id;
  });
  afterAll(() => running.stop());

  const list = (query: string) => running.officer.get<{ people: ListedPerson[]; total: number }>(`/api/people${query}`);
  const names = async (query: string) => (await list(query)).people.map(({ name }) => name);
  const give = (who: string, role: string, agencyId: string, from = '2026-01-01') =>
    running.officer.post(`/api/people/${ids[who]}/posts`, { role, agencyId, from });
  const postsOf = async (who: string) => (await list('')).people.find(({ id }) => id === ids[who])?.posts ?? [];
  const end = (who: string, post: string | undefined, until: string, seenUntil: string | null = null) =>
    running.officer.post(`/api/people/${ids[who]}/posts/${post}/end`, { until, seenUntil });

  it('stand in the order of the Vietnamese alphabet, page by page', async () => {
    expect(await names('')).toEqual(['Ấu Văn Bình', 'Cán bộ Thử', 'Đỗ Thị Ân', 'Trần Chí']);
    const page = await list('?limit=1&offset=2');
    expect([page.total, page.people.map(({ name }) => name)]).toEqual([4, ['Đỗ Thị Ân']]);
  });

  it('are found by part of a name or address, with accents or without', async () => {
    expect(await names('?q=do+thi')).toEqual(['Đỗ Thị Ân']);
    expect(await names(`?q=${encodeURIComponent('Ấu')}`)).toEqual(['Ấu Văn Bình']);
    expect(await names('?q=chi@tinh.vn')).toEqual(['Trần Chí']);
    expect(await names('?q=khong+co')).toEqual([]);
  });

  it('are given posts, by which they are found: by role, and by an agency with all below it', async () => {
    expect((await give('an', 'head', 'so')).status).toBe(200);
    expect((await give('binh', 'officer', 'phong')).status).toBe(200);
    expect((await give('chi', 'officer', 'so-khac')).status).toBe(200);
    expect(await names('?agency=so')).toEqual(['Ấu Văn Bình', 'Đỗ Thị Ân']);
    expect(await names('?agency=so&role=head')).toEqual(['Đỗ Thị Ân']);
    expect(await names('?role=officer')).toEqual(['Ấu Văn Bình', 'Trần Chí']);
    expect(await postsOf('binh')).toEqual([
      {
        id: expect.any(String),
        role: 'officer',
        agencyId: 'phong',
        agencyName: 'Phòng Nghiệp vụ',
        validFrom: '2026-01-01',
        validUntil: null,
      },
    ]);
  });

  it('are refused a post that they hold, and one in an agency that is not there', async () => {
    expect(await outcome(await give('an', 'head', 'so', '2026-05-01'))).toEqual([409, 'postHeldAlready']);
    expect(await outcome(await give('an', 'head', testAgency))).toEqual([409, 'postAgencyGone']);
    expect(await outcome(await give('an', 'head', 'khong-co'))).toEqual([409, 'postAgencyGone']);
    expect(
      await outcome(
        await running.officer.post('/api/people/x/posts', { role: 'head', agencyId: 'so', from: '2026-01-01' }),
      ),
    ).toEqual([404, 'notFound']);
  });

  it('are given the same post once by two administrators at once', async () => {
    const both = await Promise.all([give('chi', 'leader', 'so'), give('chi', 'leader', 'so')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('hold a post until the day it ends, which is refused where somebody else has ended it meanwhile', async () => {
    const [post] = await postsOf('binh');
    expect(await outcome(await end('binh', post?.id, '2025-12-31'))).toEqual([422, 'postDayFaulty']);
    expect((await end('binh', post?.id, '2099-01-01')).status).toBe(200);
    expect(await outcome(await end('binh', post?.id, '2098-01-01'))).toEqual([409, 'changedMeanwhile']);
    expect((await postsOf('binh'))[0]?.validUntil).toBe('2099-01-01');
    expect((await end('binh', post?.id, '2026-02-01', '2099-01-01')).status).toBe(200);
    expect(await postsOf('binh')).toEqual([]);
    expect(await outcome(await end('an', post?.id, '2026-02-01', '2026-02-01'))).toEqual([404, 'notFound']);
    const actions = await running.database.db
      .selectFrom('action')
      .select(['verb', 'before', 'after'])
      .where('subject_kind', '=', 'post')
      .where('subject_id', '=', post?.id ?? '')
      .orderBy('id')
      .execute();
    expect(actions.map(({ verb }) => verb)).toEqual(['givePost', 'endPost', 'endPost']);
    expect(actions[2]).toMatchObject({ before: { validUntil: '2099-01-01' }, after: { validUntil: '2026-02-01' } });
  });

  it('keep an administrator: the last one is not ended', async () => {
    const { user } = await running.officer.get<{ user: { id: string } }>('/api/session');
    ids.officer = user.id;
    const own = (await postsOf('officer')).find(({ role }) => role === 'administrator');
    expect(await outcome(await end('officer', own?.id, '2026-11-01'))).toEqual([409, 'lastAdministrator']);
    await give('chi', 'administrator', 'so');
    const other = (await postsOf('chi')).find(({ role }) => role === 'administrator');
    expect((await end('chi', other?.id, '2026-02-01')).status).toBe(200);
    expect(await outcome(await end('officer', own?.id, '2026-11-01'))).toEqual([409, 'lastAdministrator']);
  });

  it('are told apart by the state of their accounts', async () => {
    for (let i = 0; i < 5; i++) await new Client(running.url).signIn({ email: 'chi@tinh.vn', password: 'sai' });
    await running.officer.post('/api/people/invitations', { name: 'Lê Mới', email: 'moi@tinh.vn', posts: [] });
    expect(await names('?state=locked')).toEqual(['Trần Chí']);
    expect(await names('?state=invited')).toEqual(['Lê Mới']);
    expect(await names('?state=left')).toEqual([]);
    expect(await names('?state=active')).toEqual(['Ấu Văn Bình', 'Cán bộ Thử', 'Đỗ Thị Ân']);
    expect((await list('?q=chi')).people[0]?.state).toBe('locked');
  });

  it('are listed and given posts by administrators only, whatever the checks before the wall let through', async () => {
    const officer = await running.as('officer', 'so');
    expect((await officer.fetch('/api/people')).status).toBe(403);
    const [post] = await postsOf('an');
    const { user } = await officer.get<{ user: { id: string; name: string; email: string } }>('/api/session');
    const db = actingAs(running.database.db, { userId: user.id, day: '2026-06-01' });
    const ended = endPost(
      { ...running.app, db },
      user,
      { userId: ids.an ?? '', postId: post?.id ?? '' },
      { until: '2026-06-01', seenUntil: null },
    );
    await expect(ended).rejects.toThrow();
    expect((await postsOf('an'))[0]?.validUntil).toBeNull();
  });

  it('are looked after in the agencies that an administrator’s own reaches: nobody makes himself more than he is', async () => {
    const small = await running.as('administrator', 'so');
    const { user } = await small.get<{ user: { id: string; name: string; email: string } }>('/api/session');
    const stranger = await running.as('officer', 'so-khac');
    const { user: other } = await stranger.get<{ user: { id: string } }>('/api/session');
    const refused = async (response: Response) => [
      response.status,
      ((await response.json()) as { facts?: { reason?: string } }).facts?.reason,
    ];
    const beyond = [403, 'beyondReach'];
    const post = (role: string, agencyId: string) => ({ role, agencyId, from: '2026-01-01' });
    expect(await refused(await small.post(`/api/people/${user.id}/posts`, post('administrator', 'so-khac')))).toEqual(
      beyond,
    );
    const posts = [{ role: 'administrator', agencyId: 'so-khac' }];
    const invited = { name: 'Kẻ Leo Thang', email: 'leo@tinh.vn', posts };
    expect(await refused(await small.post('/api/people/invitations', invited))).toEqual(beyond);
    const { people } = await small.get<{ people: ListedPerson[] }>('/api/people');
    const chief = people.find(({ name }) => name === 'Cán bộ Thử');
    expect([chief?.withinReach, people.find(({ id }) => id === user.id)?.withinReach]).toEqual([false, true]);
    const held = chief?.posts.find(({ role }) => role === 'administrator');
    const ending = { until: '2026-06-01', seenUntil: null };
    expect(await refused(await small.post(`/api/people/${chief?.id}/posts/${held?.id}/end`, ending))).toEqual(beyond);
    for (const id of [chief?.id, other.id]) {
      for (const [path, body] of [
        ['release', {}],
        ['lock', { reason: 'x' }],
        ['invitation', {}],
        ['leaving', { handOver: [], reason: 'x' }],
      ] as const)
        expect([path, ...(await refused(await small.post(`/api/people/${id}/${path}`, body)))]).toEqual([
          path,
          ...beyond,
        ]);
      for (const path of ['second-factor', 'sessions'])
        expect(await refused(await small.fetch(`/api/people/${id}/${path}`, { method: 'DELETE' }))).toEqual(beyond);
      for (const path of ['account', 'leaving'])
        expect(await refused(await small.fetch(`/api/people/${id}/${path}`))).toEqual(beyond);
    }
    expect((await small.post(`/api/people/${ids.chi}/posts`, post('officer', 'phong'))).status).toBe(200);
    // With all checks of the program left out the database refuses it, too.
    const db = actingAs(running.database.db, { userId: user.id, day: '2026-06-01' });
    const climb = sql`insert into post (id, user_id, role, agency_id, valid_from)
      values (gen_random_uuid(), ${user.id}, 'administrator', ${testAgency}, '2026-01-01')`.execute(db);
    await expect(climb).rejects.toThrow('row-level security');
    const own = people.find(({ id }) => id === user.id)?.posts[0];
    expect((await running.officer.post(`/api/people/${user.id}/posts/${own?.id}/end`, ending)).status).toBe(200);
  });

  const told = async (response: Response) => {
    const { code, facts } = (await response.json()) as { code?: string; facts?: { reason?: string } };
    return [response.status, code, facts?.reason].filter((part) => part !== undefined);
  };
  const actions = (id: string) =>
    running.database.db
      .selectFrom('action')
      .select(['verb', 'reason'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();

  it('are reviewed every six months: each is kept, locked or loses its posts, with a reason, and who has work in hand keeps them', async () => {
    const { db } = running.database;
    await sql`insert into agency (id, kind, tier, source) values ('ra-soat', 'department', 'province', 'thử')`.execute(
      db,
    );
    const chief = await running.as('administrator', 'ra-soat');
    const { user } = await chief.get<{ user: { id: string } }>('/api/session');
    const ids: Record<string, string> = {};
    for (const name of ['Giữ Lại', 'Lâu Không Dùng', 'Đang Có Việc', 'Đã Nghỉ Rồi']) {
      const { id } = await createUser(db, { name, email: `${name.replaceAll(' ', '-')}@tinh.vn`, password });
      await holdPost(db, id, 'officer', 'ra-soat');
      ids[name] = id;
    }
    const long = new Date(Date.now() - 100 * 86_400_000);
    await db
      .updateTable('app_user')
      .set({ seen_at: new Date() })
      .where('id', '=', ids['Giữ Lại'] ?? '')
      .execute();
    await db
      .updateTable('app_user')
      .set({ seen_at: long })
      .where('id', '=', ids['Lâu Không Dùng'] ?? '')
      .execute();
    const work = randomUUID();
    const duty = {
      id: work,
      root_id: work,
      agency_id: 'ra-soat',
      kind: 'assigned',
      officer_id: ids['Đang Có Việc'] ?? null,
      stage: 'accepted',
    };
    await db.insertInto('duty').values(duty).execute();
    await chief.post(`/api/people/${ids['Đã Nghỉ Rồi']}/leaving`, { handOver: [], reason: 'Nghỉ hưu' });

    const { due } = await chief.get<{ due: ReviewDue[] }>('/api/account-reviews');
    expect(due).toMatchObject([{ agency: { id: 'ra-soat' }, lastClosedAt: null, openId: null, pressing: false }]);
    const begin = async (client: Client) =>
      (await (await client.post('/api/account-reviews', { agencyId: 'ra-soat' })).json()) as { id: string };
    const { id } = await begin(chief);
    expect((await begin(chief)).id).toBe(id);
    const path = `/api/account-reviews/${id}`;
    type Shown = { counts: ReviewCounts; accounts: ReviewedAccount[] };
    const read = (query = '') => chief.get<Shown>(`${path}${query}`);
    const seen = (await read()).accounts.map(({ facts, may }) => [facts.name, facts.state, facts.remarks, may]);
    const all = ['keep', 'lock', 'endPosts'];
    expect(seen).toEqual([
      [expect.stringContaining('administrator'), 'active', [], ['keep']],
      ['Đã Nghỉ Rồi', 'left', [], []],
      ['Đang Có Việc', 'active', ['neverUsed'], all],
      ['Giữ Lại', 'active', [], all],
      ['Lâu Không Dùng', 'active', ['unused'], all],
    ]);
    expect((await read('?show=remarked&q=lau+khong')).accounts).toHaveLength(1);
    const decide = async (decision: string, who: string[], reason: string | null = null) => {
      const { accounts } = await read();
      const named = accounts
        .filter(({ userId }) => who.includes(userId))
        .map(({ userId, version }) => ({ userId, version }));
      return told(await chief.post(`${path}/decisions`, { decision, reason, accounts: named }));
    };
    const close = async () => told(await chief.post(`${path}/close`, { note: null }));
    const [kept = '', idle = '', busy = ''] = ['Giữ Lại', 'Lâu Không Dùng', 'Đang Có Việc'].map((name) => ids[name]);
    expect(await decide('lock', [user.id], 'x')).toEqual([409, 'notPossibleNow']);
    expect(await decide('lock', [idle])).toEqual([409, 'reasonMissing']);
    expect(await decide('keep', [idle])).toEqual([409, 'reasonMissing']);
    expect(await decide('endPosts', [busy], 'Thôi việc')).toEqual([409, 'workInHand']);
    expect(await decide('endPosts', [idle, busy], 'Thôi việc')).toEqual([409, 'workInHand']);
    expect(await decide('keep', [kept, user.id])).toEqual([200]);
    expect(await close()).toEqual([409, 'accountReviewUnfinished']);
    expect(await decide('endPosts', [idle], 'Không còn công tác')).toEqual([200]);
    const stale = { decision: 'keep', reason: 'x', accounts: [{ userId: idle, version: 1 }] };
    expect(await told(await chief.post(`${path}/decisions`, stale))).toEqual([409, 'changedMeanwhile']);
    expect(await decide('lock', [busy], 'Chờ xác minh')).toEqual([200]);
    expect((await actions(idle)).at(-1)).toEqual({ verb: 'endPosts', reason: 'Không còn công tác' });
    expect((await actions(busy)).at(-1)).toEqual({ verb: 'lockAccount', reason: 'Chờ xác minh' });
    const { rows: held } = await sql<{ n: number }>`select count(*)::int as n from post
      where user_id = ${idle} and (valid_until is null or valid_until > (now() at time zone 'Asia/Ho_Chi_Minh')::date)`.execute(
      db,
    );
    expect(held[0]?.n).toBe(0);
    // Of another agency's accounts nobody hears, and the one above hears of all below it.
    const other = await running.as('administrator', 'so');
    expect((await other.fetch(path)).status).toBe(404);
    expect((await other.fetch(`${path}/export`)).status).toBe(404);
    expect(await told(await other.post('/api/account-reviews', { agencyId: 'ra-soat' }))).toEqual([
      403,
      'notAllowed',
      'beyondReach',
    ]);
    const book = await chief.fetch(`${path}/export`);
    expect([book.status, Number((await book.arrayBuffer()).byteLength) > 3000]).toEqual([200, true]);
    expect(await close()).toEqual([200]);
    expect((await read()).counts).toMatchObject({ all: 5, keep: 2, lock: 1, endPosts: 1, left: 1, undecided: 0 });
    expect(await decide('keep', [busy], 'x')).toEqual([409, 'notPossibleNow']);
    expect((await actions(id)).map(({ verb }) => verb)).toEqual(['beginAccountReview', 'closeAccountReview']);
    const after = await chief.get<{ due: ReviewDue[]; reviews: { closedAt: string | null }[] }>('/api/account-reviews');
    expect([after.due[0]?.openId, after.due[0]?.lastClosedAt, after.reviews.length]).toEqual([
      null,
      expect.any(String),
      1,
    ]);
  });

  it('fall due for a review: administrators are told two weeks before, on the day and each week after, once', async () => {
    const { db } = running.database;
    const reminded = async (day: string) => {
      const app = { ...running.app, clock: { now: () => new Date(`${day}T02:00:00Z`) } };
      return (await remindOfReviews(app)) + (await remindOfReviews(app));
    };
    const closed = '2030-03-31T02:00:00Z';
    await db.deleteFrom('post').where('role', '=', 'administrator').where('agency_id', '!=', testAgency).execute();
    await sql`insert into account_review (id, agency_id, began_at, began_by, closed_at)
      select gen_random_uuid(), ${testAgency}, ${closed}, id, ${closed} from app_user limit 1`.execute(db);
    const days = ['2030-09-15', '2030-09-16', '2030-09-20', '2030-09-30', '2030-10-03', '2030-10-07'];
    const counts: number[] = [];
    for (const day of days) counts.push(await reminded(day));
    expect(counts).toEqual([0, 1, 0, 1, 0, 1]);
    const { user } = await running.officer.get<{ user: { id: string } }>('/api/session');
    const { rows } = await sql<{ details: { due: string } }>`select details from notice
      where user_id = ${user.id} and kind = 'accountReviewDue'`.execute(db);
    expect(rows.map(({ details }) => details.due)).toEqual(['2030-09-30', '2030-09-30', '2030-09-30']);
  });
});
