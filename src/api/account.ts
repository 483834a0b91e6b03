import { z } from 'zod';
import { KeyDraft, KeyRecord } from '../registry/api-key.ts';
import { SignInEntry } from '../registry/sign-in.ts';
import { endpoint } from './endpoint.ts';

/** A password that is asked for again, or a new one; what a good one is says registry/password-rules.ts. */
const Password = z.string().min(1).max(400);
const Name = z.string().trim().min(2).max(120);

export const AccountSession = z.object({
  id: z.uuid(),
  beganAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
  address: z.string(),
  /** What the browser says of itself. */
  device: z.string(),
  /** The name of the provider of single sign-on; null: by password. */
  provider: z.string().nullable(),
  present: z.boolean(),
});
export type AccountSession = z.infer<typeof AccountSession>;

export const Account = z.object({
  name: z.string(),
  email: z.string(),
  /** Null: signs in through a provider only. */
  passwordSetAt: z.iso.datetime().nullable(),
  secondFactor: z.boolean(),
  recoveryCodesLeft: z.int(),
  sessions: z.array(AccountSession),
});
export type Account = z.infer<typeof Account>;

const Codes = z.object({ recoveryCodes: z.array(z.string()) });

export const getAccount = endpoint({
  method: 'GET',
  path: '/api/account',
  access: 'ownAccount',
  summary: "One's own account and sessions",
  response: Account,
});

export const changeName = endpoint({
  method: 'POST',
  path: '/api/account/name',
  access: 'ownAccount',
  summary: "Change one's own name",
  body: z.object({ name: Name }),
  response: z.object({}),
});

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/account/password',
  access: 'ownAccount',
  summary: "Change one's own password; ends all other sessions",
  body: z.object({ present: Password, next: Password }),
  response: z.object({}),
});

export const beginSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/begin',
  access: 'ownAccount',
  summary: 'A new key for an authenticator, as letters and as a picture',
  body: z.object({ password: Password }),
  response: z.object({ key: z.string(), picture: z.string() }),
});

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor',
  access: 'ownAccount',
  summary: 'The first code shows that the authenticator has the key; gives the recovery codes',
  body: z.object({ code: z.string().min(1).max(20) }),
  response: Codes,
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/account/recovery-codes',
  access: 'ownAccount',
  summary: 'New recovery codes; the old ones are worth nothing from then on',
  body: z.object({ password: Password }),
  response: Codes,
});

export const removeSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/remove',
  access: 'ownAccount',
  summary: 'Do without a second factor',
  body: z.object({ password: Password }),
  response: z.object({}),
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions/:id',
  access: 'ownAccount',
  summary: "End one of one's own sessions",
  params: z.object({ id: z.uuid() }),
  response: z.object({}),
});

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions',
  access: 'ownAccount',
  summary: "End all of one's own sessions but this one",
  response: z.object({}),
});

export const ownSignIns = endpoint({
  method: 'GET',
  path: '/api/account/sign-ins',
  access: 'ownAccount',
  summary: "When one's own account was last signed in to, or somebody failed to",
  response: z.object({ entries: z.array(SignInEntry) }),
});

export const listKeys = endpoint({
  method: 'GET',
  path: '/api/account/keys',
  access: 'ownAccount',
  summary: "One's own keys for other programs",
  response: z.object({ keys: z.array(KeyRecord) }),
});

export const makeKey = endpoint({
  method: 'POST',
  path: '/api/account/keys',
  access: 'ownAccount',
  summary: 'A new key for another program; it is told this once',
  body: KeyDraft,
  response: z.object({ key: z.string() }),
});

export const endKey = endpoint({
  method: 'DELETE',
  path: '/api/account/keys/:id',
  access: 'ownAccount',
  summary: 'End a key',
  params: z.object({ id: z.uuid() }),
  response: z.object({}),
});
