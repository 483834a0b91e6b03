import type { Db } from '../store/database.ts';
import { openSecretsOf, putSecret } from '../store/webhooks.ts';
import type { Sealing } from './accounts/sealing.ts';

/** A webhook's secret signs what is sent, so it is kept sealed and not hashed. */
export const purposeOfWebhooks = 'webhook';

export const sealSecret = (sealing: Sealing, secret: string): string => sealing.seal(purposeOfWebhooks, secret);

export function openSecret(sealing: Sealing, sealed: string): string {
  const secret = sealing.unseal(purposeOfWebhooks, sealed);
  if (secret === undefined) throw new Error('webhook: its secret was sealed with another key; make it anew');
  return secret;
}

/** Those of before lie open in the database until the first start that knows a key. */
export async function sealOpenSecrets(db: Db, sealing: Sealing): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { id, secret } of await openSecretsOf(trx)) await putSecret(trx, id, sealSecret(sealing, secret));
  });
}
