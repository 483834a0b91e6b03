import type { SignInProof } from '../../registry/sign-in.ts';
import { countAttempt, forgetFailures, lockedUntil, uncountAttempt } from '../../store/sign-in-failures.ts';
import { insertSignIn } from '../../store/sign-ins.ts';
import { Refusal } from '../../values/refusal.ts';
import type { App } from '../app.ts';
import type { Arrival } from './sessions.ts';
import { inTurn } from './turns.ts';

const accountKey = (email: string): string => `account ${email.toLowerCase()}`;
const addressKey = (address: string): string => `address ${address}`;

export type Attempt = { app: App; email: string; from: Arrival; proof: SignInProof };

const tooMany = (until: Date | undefined, now: Date): Refusal =>
  new Refusal('tooManyRequests', { seconds: Math.max(1, Math.ceil(((until?.getTime() ?? 0) - now.getTime()) / 1000)) });

/**
 * Judges one attempt to prove who somebody is. It is counted for the account that was named, whether there is one or not, before
 * it is judged; several at once wait for each other. While account or address is shut nothing is judged. What `judge` gives undefined
 * for was wrong: it counts for the address, too. Whether what was right ends the counting says `complete`.
 */
export function attempt<T>(
  { app, email, from, proof }: Attempt,
  judge: () => Promise<T | undefined>,
  complete: (found: T) => boolean,
): Promise<T | undefined> {
  const { db } = app;
  const { failuresBeforeLock, addressFailuresBeforeLock, lockMinutes: minutes } = app.accounts.rules;
  const account = accountKey(email);
  const address = addressKey(from.address);
  return inTurn(account, async () => {
    const now = new Date();
    const log = () => insertSignIn(db, { at: now, outcome: 'refused', account: email, proof, ...from });
    const shut = await lockedUntil(db, address, now);
    if (shut || !(await countAttempt(db, account, { failures: failuresBeforeLock, minutes, now }))) {
      await log();
      throw tooMany(shut ?? (await lockedUntil(db, account, now)), now);
    }
    const found = await judge();
    if (found === undefined) {
      await countAttempt(db, address, { failures: addressFailuresBeforeLock, minutes, now });
      await log();
    } else if (complete(found)) await forgetFailures(db, account);
    else await uncountAttempt(db, account);
    return found;
  });
}

export const releaseAccount = ({ db }: Pick<App, 'db'>, email: string): Promise<void> =>
  forgetFailures(db, accountKey(email));

export const accountLockedUntil = ({ db }: Pick<App, 'db'>, email: string, now: Date): Promise<Date | undefined> =>
  lockedUntil(db, accountKey(email), now);
