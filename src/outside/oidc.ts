import type { Configuration, CustomFetch } from 'openid-client';
import { fetchOutside, type OutgoingLimits } from './outgoing.ts';

export type OidcClient = { issuer: string; clientId: string; clientSecret: string };

/** What one sign-in must come back with. */
export type OidcProof = { state: string; nonce: string; verifier: string };

/** Loaded when somebody signs in this way: most installations have no provider. */
const library = () => import('openid-client');

const known = new Map<string, Promise<Configuration>>();

/** A provider that could not be reached is asked anew the next time. */
function configurationOf(
  { issuer, clientId, clientSecret }: OidcClient,
  limits: OutgoingLimits,
): Promise<Configuration> {
  const key = JSON.stringify([issuer, clientId, limits]);
  const found =
    known.get(key) ??
    (async () => {
      const { allowInsecureRequests, customFetch, discovery, enableNonRepudiationChecks } = await library();
      const server = new URL(issuer);
      // Only a provider on this very machine may be without https (registry/claims.ts).
      const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
      // All that the provider's description names, its keys and tokens too, is asked this way.
      const ask: CustomFetch = (address, question) =>
        fetchOutside(address, { ...question, signal: question.signal ?? undefined }, limits);
      const options = { execute, timeout: limits.timeoutMs / 1000, [customFetch]: ask };
      const configuration = await discovery(server, clientId, clientSecret, undefined, options);
      // Without it the id token's signature is not looked at, because it comes by a connection of our own.
      enableNonRepudiationChecks(configuration);
      return configuration;
    })();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

/** Authorization code with PKCE, state and nonce. */
export async function beginOidc(
  client: OidcClient,
  { redirectUri, scopes }: { redirectUri: string; scopes: readonly string[] },
  limits: OutgoingLimits,
): Promise<{ address: string; proof: OidcProof }> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
    await library();
  const configuration = await configurationOf(client, limits);
  const proof = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    code_challenge: await calculatePKCECodeChallenge(proof.verifier),
    code_challenge_method: 'S256',
    state: proof.state,
    nonce: proof.nonce,
  });
  return { address: address.href, proof };
}

/** Claims of whoever came back; throws where anything of it does not hold. @param back the address the browser came back to */
export async function finishOidc(
  client: OidcClient,
  { state, nonce, verifier }: OidcProof,
  back: URL,
  limits: OutgoingLimits,
): Promise<{ subject: string; claims: Record<string, unknown> }> {
  const { authorizationCodeGrant, fetchUserInfo } = await library();
  const configuration = await configurationOf(client, limits);
  const tokens = await authorizationCodeGrant(configuration, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider sent no id token');
  const more = configuration.serverMetadata().userinfo_endpoint
    ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
    : {};
  return { subject: claims.sub, claims: { ...more, ...claims } };
}
