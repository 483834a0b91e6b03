import { renderSVG } from 'uqr';
import type { User } from '../../registry/may.ts';
import {
  confirmSecondFactor as confirmStored,
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  beginSecondFactor as storeSecret,
  takeTimeStep,
} from '../../store/second-factors.ts';
import { deleteSessionsOf } from '../../store/sessions.ts';
import { Refusal } from '../../values/refusal.ts';
import type { App } from '../app.ts';
import { attempt } from './attempts.ts';
import { faultOfPassword } from './fit-password.ts';
import { base32, keyUri, newRecoveryCode, newSecret, stepOfCode } from './one-time-code.ts';
import { askPassword } from './own-account.ts';
import { recordOfAccount } from './recording.ts';
import { markOfRecoveryCode, sealSecret, secretOf } from './second-factor.ts';
import type { Arrival } from './sessions.ts';

const recoveryCodes = 10;

/** The key in groups of four, as people type it, and the picture that an authenticator reads; neither leaves this server. */
export async function beginSecondFactor(app: App, user: User, password: string, from: Arrival) {
  await askPassword(app, user, password, from);
  const secret = newSecret();
  if (!(await storeSecret(app.db, user.id, sealSecret(app, secret)))) throw new Refusal('notPossibleNow');
  return { key: base32(secret).replace(/(.{4})(?=.)/g, '$1 '), picture: renderSVG(keyUri(secret, user.email)) };
}

/** Who gets in beside the other sessions must prove the new factor, too: they end. */
export async function confirmSecondFactor(
  app: App,
  user: User,
  code: string,
  { from, session }: { from: Arrival; session: string | undefined },
): Promise<string[]> {
  const factor = await findSecondFactor(app.db, user.id);
  if (!factor || factor.confirmed) throw new Refusal('notPossibleNow');
  const secret = secretOf(app, factor.secret);
  const judge = async () => stepOfCode(secret, code.replace(/\s/g, ''), new Date());
  const step = await attempt({ app, email: user.email, from, proof: 'code' }, judge, () => false);
  if (step === undefined) throw new Refusal('notAllowed', { reason: 'wrongCode' });
  return app.db.transaction().execute(async (trx) => {
    if (!(await takeTimeStep(trx, user.id, step))) throw new Refusal('notAllowed', { reason: 'wrongCode' });
    await confirmStored(trx, user.id, new Date());
    await deleteSessionsOf(trx, user.id, session);
    await recordOfAccount(trx, { by: user.id, from, verb: 'addSecondFactor', userId: user.id });
    return giveRecoveryCodes(app, trx, user.id);
  });
}

/** Shown once: what is kept does not give them back. */
async function giveRecoveryCodes(app: App, trx: App['db'], userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  const marks = codes.map((code) => markOfRecoveryCode(app, userId, code));
  await replaceRecoveryCodes(trx, userId, marks);
  return codes;
}

export async function renewRecoveryCodes(app: App, user: User, password: string, from: Arrival): Promise<string[]> {
  const { secondFactor } = await askPassword(app, user, password, from);
  if (!secondFactor) throw new Refusal('notPossibleNow');
  return app.db.transaction().execute(async (trx) => {
    await recordOfAccount(trx, { by: user.id, from, verb: 'renewRecoveryCodes', userId: user.id });
    return giveRecoveryCodes(app, trx, user.id);
  });
}

/** A password that is good enough beside a second factor only is changed first. */
export async function removeSecondFactor(app: App, user: User, password: string, from: Arrival): Promise<void> {
  await askPassword(app, user, password, from);
  const fault = await faultOfPassword(password, { ...user, secondFactor: false });
  if (fault) throw new Refusal('passwordUnfit', { fault });
  await app.db.transaction().execute(async (trx) => {
    if (!(await deleteSecondFactor(trx, user.id))) throw new Refusal('notPossibleNow');
    await recordOfAccount(trx, { by: user.id, from, verb: 'removeSecondFactor', userId: user.id });
  });
}
