import { findNextKey, settleNextKey, settleSecretKey, takeNextKey } from '../../outside/secret-key.ts';
import { changeSealedTexts, endRecoveryCodes, type SealedPlace } from '../../store/sealed-texts.ts';
import { serversRun } from '../../store/servers.ts';
import { putSetting, settleSetting } from '../../store/settings.ts';
import { Refusal } from '../../values/refusal.ts';
import type { App } from '../app.ts';
import { purposeOfAnswers } from '../once.ts';
import { settleTerminalUser } from '../terminal-user.ts';
import { purposeOfWebhooks, sealOpenSecrets } from '../webhook-secrets.ts';
import { recordOfAccount } from './recording.ts';
import { type Sealing, sealingWith } from './sealing.ts';
import { purposeOfSecondFactors } from './second-factor.ts';

/** The installation's key, and where it lies. */
export type SecretKey = { key: Buffer; file: string };

const markName = 'secretKeyMark';
const markOf = (sealing: Sealing): string => sealing.mark('installation', 'secret key');

/**
 * Where a change of the key was cut off after the database had taken the new one, the change is brought to its end.
 * @throws Refusal secretKeyWrong where the database was used with another key: what is sealed could not be opened
 */
export async function settleSealing({ db }: Pick<App, 'db'>, { key, file }: SecretKey): Promise<Sealing> {
  const sealing = sealingWith(key);
  const mark = await settleSetting(db, markName, markOf(sealing));
  if (mark === markOf(sealing)) {
    await sealOpenSecrets(db, sealing);
    return sealing;
  }
  const next = await findNextKey(file);
  if (!next || mark !== markOf(sealingWith(next))) throw new Refusal('secretKeyWrong', { file });
  await takeNextKey(file);
  return sealingWith(next);
}

/** All that the database holds sealed. The cookie of single sign-on lives for ten minutes in browsers and is begun anew. */
const places: readonly [SealedPlace, purpose: string][] = [
  [{ table: 'second_factor', column: 'secret' }, purposeOfSecondFactors],
  [{ table: 'webhook', column: 'secret' }, purposeOfWebhooks],
  [{ table: 'request_key', column: 'answer' }, purposeOfAnswers],
];

/** `withoutCodes`: of how many people the recovery codes ended. */
export type KeyChange = { sealed: number; withoutCodes: number };

/**
 * Seals everything anew with a new key, in one transaction; only then does the key take the old one's place. No server may run
 * meanwhile: it would go on sealing with the old one.
 * @throws Refusal serversRunning, secretKeyWrong
 */
export async function changeSecretKey({ db }: Pick<App, 'db'>, file: string): Promise<KeyChange> {
  const before = await settleSealing({ db }, { key: await settleSecretKey(file), file });
  const user = await settleTerminalUser({ db });
  const after = sealingWith(await settleNextKey(file));
  const change = await db.transaction().execute(async (trx) => {
    if (await serversRun(trx)) throw new Refusal('serversRunning');
    let sealed = 0;
    for (const [place, purpose] of places)
      sealed += await changeSealedTexts(trx, place, (text) => {
        const open = before.unseal(purpose, text);
        if (open === undefined) throw new Error(`${place.table}: something in it was sealed with another key`);
        return after.seal(purpose, open);
      });
    const withoutCodes = await endRecoveryCodes(trx);
    await putSetting(trx, markName, markOf(after));
    const counted = { sealed, withoutCodes };
    await recordOfAccount(trx, { by: user.id, from: null, verb: 'changeSecretKey', userId: user.id, after: counted });
    return counted;
  });
  await takeNextKey(file);
  return change;
}
