import { findSecondFactor, takeRecoveryCode, takeTimeStep } from '../../store/second-factors.ts';
import type { App } from '../app.ts';
import { bareRecoveryCode, stepOfCode } from './one-time-code.ts';

/** What secrets of second factors are sealed for. */
export const purposeOfSecondFactors = 'second factor';

export const markOfRecoveryCode = ({ accounts }: Pick<App, 'accounts'>, userId: string, code: string): string =>
  accounts.sealing.mark('recovery code', `${userId} ${bareRecoveryCode(code)}`);

export function secretOf({ accounts }: Pick<App, 'accounts'>, sealed: string): Buffer {
  const text = accounts.sealing.unseal(purposeOfSecondFactors, sealed);
  if (text === undefined) throw new Error('a second factor was sealed with another key than this installation has');
  return Buffer.from(text, 'base64url');
}

export const sealSecret = ({ accounts }: Pick<App, 'accounts'>, secret: Buffer): string =>
  accounts.sealing.seal(purposeOfSecondFactors, secret.toString('base64url'));

/** A one-time code or a recovery code, each taken once. */
export async function provesSecondFactor(app: App, userId: string, code: string): Promise<boolean> {
  const typed = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(typed))
    return takeRecoveryCode(app.db, userId, markOfRecoveryCode(app, userId, code), new Date());
  const factor = await findSecondFactor(app.db, userId);
  if (!factor?.confirmed) return false;
  const step = stepOfCode(secretOf(app, factor.secret), typed, new Date());
  return step !== undefined && takeTimeStep(app.db, userId, step);
}
