import type { Role } from './post.ts';

/** A person's account: told to come, working, locked by an administrator, or gone. */
export const accountStates = ['invited', 'active', 'locked', 'left'] as const;
export type AccountState = (typeof accountStates)[number];

/** What must be done before anything else. */
export type AccountDuty = 'changePassword' | 'addSecondFactor';

/** What one installation demands of accounts. */
export type AccountRules = {
  /** Wrong passwords or codes in a row, for each account and for each address. */
  failuresBeforeLock: number;
  addressFailuresBeforeLock: number;
  lockMinutes: number;
  /** Without any request. */
  idleMinutes: number;
  administratorIdleMinutes: number;
  /** From sign-in to its end, whatever is done. */
  longestHours: number;
  /** Who must have a second factor. */
  secondFactorFor: readonly Role[];
  administratorPasswordDays: number;
  /** Passwords that may not come back. */
  rememberedPasswords: number;
  /** An account nobody signed in with for so long is opened by an administrator only. */
  unusedDays: number;
  /** From one review of the accounts to the next. */
  reviewMonths: number;
  invitationHours: number;
  passwordLinkMinutes: number;
};

/** How long a session of somebody with these roles lasts without any request. */
export const idleMinutesOf = (
  { idleMinutes, administratorIdleMinutes }: Pick<AccountRules, 'idleMinutes' | 'administratorIdleMinutes'>,
  roles: readonly string[],
): number => (roles.includes('administrator') ? administratorIdleMinutes : idleMinutes);

/** Security level 3 (NĐ 331/2026; TCVN 14423:2026, x.5.2.2, x.6.2.1 to x.6.2.3); what it leaves open is our choice. */
export const levelThree: AccountRules = {
  failuresBeforeLock: 5,
  addressFailuresBeforeLock: 50,
  lockMinutes: 15,
  idleMinutes: 15,
  administratorIdleMinutes: 5,
  longestHours: 12,
  secondFactorFor: ['administrator'],
  administratorPasswordDays: 60,
  rememberedPasswords: 10,
  unusedDays: 45,
  reviewMonths: 6,
  invitationHours: 72,
  passwordLinkMinutes: 30,
};

/** Why a link is sent: to come for the first time, or because the password was forgotten. */
export type AccountLinkKind = 'invitation' | 'password';
