import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Whom the provider takes everybody for who comes, and what it says of them. */
export type Known = { sub: string } & Record<string, unknown>;

export type IdentityProvider = { issuer: string; who: Known; stop: () => Promise<void> };

async function listen(answer: (issuer: string) => RequestListener): Promise<{ issuer: string; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', answer(issuer));
  return { issuer, server };
}

const stopping = (server: Server) => () =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

type Client = { id: string; secret: string; redirectUri: string };

/** A real OpenID provider that asks nobody for a password. */
export async function startProvider({ id, secret, redirectUri }: Client, who: Known): Promise<IdentityProvider> {
  const running: IdentityProvider = { issuer: '', who, stop: async () => {} };
  const { issuer, server } = await listen((address) => {
    const provider = new Provider(address, {
      clients: [{ client_id: id, client_secret: secret, redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'agency', 'role'] },
      cookies: { keys: [randomUUID()] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...running.who, sub }) }),
      loadExistingGrant: async (context) => {
        const grant = new context.oidc.provider.Grant({
          clientId: context.oidc.client?.clientId ?? '',
          accountId: context.oidc.session?.accountId ?? '',
        });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    const handle = provider.callback();
    return (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return handle(request, response);
      void provider.interactionFinished(request, response, { login: { accountId: running.who.sub } });
    };
  });
  running.issuer = issuer;
  running.stop = stopping(server);
  return running;
}

/** What a forger changes of the id token that would be right. */
export type Forgery = { claims?: Record<string, unknown>; otherKey?: boolean; alg?: 'none' };

/** Somebody who stands between and answers with id tokens of his own making. */
export async function startForger({
  id,
}: Pick<Client, 'id'>): Promise<IdentityProvider & { next: (nonce: string, forgery: Forgery) => void }> {
  const [own, other] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  let token = '';
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { issuer, server } = await listen((address) => (request, response) => {
    const path = new URL(request.url ?? '/', address).pathname;
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer: address,
        authorization_endpoint: `${address}/auth`,
        token_endpoint: `${address}/token`,
        jwks_uri: `${address}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      },
      '/jwks': { keys: [{ ...own?.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] },
      '/token': { access_token: 'a', token_type: 'Bearer', id_token: token },
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(documents[path] ?? {}));
  });
  const next = (nonce: string, { claims, otherKey, alg }: Forgery) => {
    const now = Math.floor(Date.now() / 1000);
    const said = {
      iss: issuer,
      aud: id,
      sub: 'x',
      nonce,
      iat: now,
      exp: now + 60,
      email: 'ke-gia@thu.vn',
      email_verified: true,
      ...claims,
    };
    const body = `${base64({ alg: alg ?? 'RS256', kid: 'k' })}.${base64(said)}`;
    const key = (otherKey ? other : own)?.privateKey;
    const signature =
      alg === 'none' || !key ? '' : createSign('RSA-SHA256').update(body).sign(key).toString('base64url');
    token = `${body}.${signature}`;
  };
  return { issuer, who: { sub: 'x' }, stop: stopping(server), next };
}
