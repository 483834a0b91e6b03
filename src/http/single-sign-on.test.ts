import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Forgery,
  type IdentityProvider,
  startForger,
  startProvider,
} from '../../test/accounts/identity-provider.ts';
import { engines } from '../../test/engines.ts';
import { Client, type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import type { Session } from '../api/session.ts';
import { SsoProvider } from '../registry/claims.ts';
import { createUser } from '../services/sign-in.ts';

const secret = 'mot-bi-mat-du-dai-de-ky';
const publicUrl = 'http://tien-do.thu.vn';
const redirectUri = (id: string) => `${publicUrl}/api/sso/${id}/callback`;

/** A browser that follows where it is led, with the cookies of each place. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #server: string;

  constructor(server: string) {
    this.#server = server;
  }

  async open(address: string): Promise<{ status: number; location: string | null }> {
    const url = new URL(address.replace(publicUrl, this.#server), this.#server);
    const jar = this.#cookies.get(url.origin) ?? new Map<string, string>();
    this.#cookies.set(url.origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      if (pair.length === at + 1) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    return { status: response.status, location: location && new URL(location, url).href };
  }

  /** Follows until we are led to ourselves again, past the callback; gives that address's path. */
  async follow(address: string): Promise<string> {
    const { location } = await this.open(address);
    if (location === null) return address;
    const to = new URL(location.replace(publicUrl, this.#server));
    const here = to.origin === this.#server && !to.pathname.startsWith('/api/sso/');
    return here ? to.pathname + to.hash : this.follow(location);
  }

  client(): Client {
    const client = new Client(this.#server);
    const token = this.#cookies.get(this.#server)?.get('tiendo_session');
    client.cookie = token === undefined ? undefined : `tiendo_session=${token}`;
    return client;
  }
}

describe.each(engines)('single sign-on, on $name', (engine) => {
  let running: RunningServer;
  let province: IdentityProvider;
  let ministry: IdentityProvider;
  let forger: Awaited<ReturnType<typeof startForger>>;
  beforeAll(async () => {
    const start = (id: string) =>
      startProvider({ id: 'tien-do', secret, redirectUri: redirectUri(id) }, { sub: 'nobody' });
    province = await start('tinh');
    ministry = await start('bo');
    forger = await startForger({ id: 'tien-do' });
    const provider = (id: string, { issuer }: IdentityProvider, more = {}) =>
      SsoProvider.parse({ id, name: `Cổng ${id}`, issuer, clientId: 'tien-do', clientSecret: secret, ...more });
    const mapping = { agencies: { CQT: testAgency, MOC: 'khong-co-trong-so' }, roles: { cv: 'officer', gd: 'head' } };
    const providers = [
      provider('tinh', province, { ...mapping, trustEmail: true, createPeople: true }),
      provider('bo', ministry, mapping),
      provider('gia', forger, { createPeople: true }),
    ];
    running = await runServer(engine, { publicUrl, providers, outgoing: { innerHosts: ['127.0.0.1'] } });
  });
  afterAll(async () => {
    await running.stop();
    for (const one of [province, ministry, forger]) await one.stop();
  });

  const comes = async (id: string, browser = new Browser(running.url)) => {
    const led = await browser.follow(`/api/sso/${id}`);
    return { led, session: await browser.client().get<Session>('/api/session'), browser };
  };

  it('is offered by the names of its providers', async () => {
    const { providers } = await running.nobody.get<Session>('/api/session');
    expect(providers.map(({ name }) => name)).toEqual(['Cổng tinh', 'Cổng bo', 'Cổng gia']);
    expect((await running.nobody.fetch('/api/sso/khong-co', { redirect: 'manual' })).status).toBe(404);
  });

  it('brings in whoever the provider knows, with the posts its claims mean', async () => {
    province.who = { sub: 'an', email: 'an@thu.vn', email_verified: true, name: 'Lê An', agency: 'CQT', role: ['cv'] };
    const { led, session } = await comes('tinh');
    expect(led).toBe('/');
    expect(session.user).toMatchObject({ name: 'Lê An', email: 'an@thu.vn' });
    expect(session.posts).toMatchObject([{ role: 'officer', agencyId: testAgency }]);
    province.who = { ...province.who, role: ['gd'] };
    expect((await comes('tinh')).session.posts).toMatchObject([{ role: 'head', agencyId: testAgency }]);
    const verbs = await running.database.db.selectFrom('action').select('verb').orderBy('id').execute();
    expect(verbs.map(({ verb }) => verb)).toEqual(['takePostsFromProvider', 'linkProvider', 'takePostsFromProvider']);
  });

  it('brings in whoever has an agency that is not known here without any post', async () => {
    province.who = {
      sub: 'binh',
      email: 'binh@thu.vn',
      email_verified: true,
      name: 'Vũ Bình',
      agency: 'LẠ',
      role: 'cv',
    };
    const { session, browser } = await comes('tinh');
    expect(session.user?.name).toBe('Vũ Bình');
    expect(session.posts).toEqual([]);
    expect((await browser.client().fetch('/api/documents')).status).toBe(403);
    province.who = { ...province.who, agency: 'MOC' };
    expect((await comes('tinh')).session.posts).toEqual([]);
  });

  it('is for an account that is there already only where the provider’s word for the e-mail is taken', async () => {
    const account = { name: 'Đỗ Có Sẵn', email: 'co-san@thu.vn', password: 'mat-khau-thu' };
    const { id } = await createUser(running.database.db, account);
    ministry.who = { sub: 'gia-danh', email: account.email, email_verified: true, name: 'Kẻ Giả' };
    expect(await comes('bo')).toMatchObject({ led: '/tong-quan#dang-nhap=outsideUnknown', session: { user: null } });
    province.who = { ...ministry.who, sub: 'chua-xac-minh', email_verified: false };
    expect(await comes('tinh')).toMatchObject({ led: '/tong-quan#dang-nhap=outsideUnknown', session: { user: null } });
    province.who = { ...ministry.who, sub: 'that' };
    expect((await comes('tinh')).session.user).toMatchObject({ id, name: 'Đỗ Có Sẵn' });
    await running.database.db.updateTable('app_user').set({ state: 'left' }).where('id', '=', id).execute();
    expect((await comes('tinh')).session.user).toBeNull();
  });

  it('brings in nobody whose way back does not fit the way there', async () => {
    province.who = { sub: 'an', email: 'an@thu.vn', email_verified: true, name: 'Lê An' };
    const wrong = '/tong-quan#dang-nhap=outside';
    const begun = async () => {
      const browser = new Browser(running.url);
      let at = (await browser.open('/api/sso/tinh')).location ?? '';
      while (!at.startsWith(redirectUri('tinh'))) at = (await browser.open(at)).location ?? '';
      return { browser, back: new URL(at) };
    };
    // A state that is another's.
    const other = await begun();
    const mine = await begun();
    expect(await mine.browser.follow(other.back.href)).toBe(wrong);
    // Without what was kept: somebody else's link (the attacker's own code).
    expect(await new Browser(running.url).follow(other.back.href)).toBe(wrong);
    const changed = await begun();
    changed.back.searchParams.set('state', 'x');
    expect(await changed.browser.follow(changed.back.href)).toBe(wrong);
    // To another provider's address.
    const astray = await begun();
    expect(await astray.browser.follow(astray.back.href.replace('/tinh/', '/bo/'))).toBe(wrong);
    // A second time.
    const twice = await begun();
    expect(await twice.browser.follow(twice.back.href)).toBe('/');
    expect(await twice.browser.follow(twice.back.href)).toBe(wrong);
    // The provider says no.
    const refused = await begun();
    const state = refused.back.searchParams.get('state');
    const { origin: server } = new URL(redirectUri('tinh'));
    expect(await refused.browser.follow(`${server}/api/sso/tinh/callback?error=access_denied&state=${state}`)).toBe(
      wrong,
    );
  });

  it.each<[string, Forgery | null]>([
    ['signed with another key', { otherKey: true }],
    ['not signed at all', { alg: 'none' }],
    ['with the nonce of another sign-in', { claims: { nonce: 'x' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['for another program', { claims: { aud: 'khac' } }],
    ['of another provider', { claims: { iss: 'http://127.0.0.1:1' } }],
    ['that has ended', { claims: { exp: 1_700_000_000 } }],
    ['that is right', null],
  ])('with an id token %s', async (_, forgery) => {
    const browser = new Browser(running.url);
    const to = new URL((await browser.open('/api/sso/gia')).location ?? '');
    expect(to.searchParams.get('code_challenge_method')).toBe('S256');
    forger.next(to.searchParams.get('nonce') ?? '', forgery ?? {});
    const led = await browser.follow(`${redirectUri('gia')}?code=c&state=${to.searchParams.get('state')}`);
    const { user } = await browser.client().get<Session>('/api/session');
    expect([led, user?.email]).toEqual(forgery ? ['/tong-quan#dang-nhap=outside', undefined] : ['/', 'ke-gia@thu.vn']);
  });
});
