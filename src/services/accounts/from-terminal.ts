import { randomUUID } from 'node:crypto';
import { findAgencyByName } from '../../store/agencies.ts';
import { findAccountByEmail } from '../../store/passwords.ts';
import { addPost } from '../../store/posts.ts';
import { insertUser } from '../../store/users.ts';
import { Refusal } from '../../values/refusal.ts';
import { nfc, squeeze } from '../../values/vietnamese.ts';
import type { App } from '../app.ts';
import { today } from '../clock.ts';
import { settleTerminalUser } from '../terminal-user.ts';
import { makeLink } from './links.ts';
import { recordOfAccount } from './recording.ts';

type Given = { email: string; name: string; agency: string; base: string };

/** Whoever holds the machine may open an account on it: an administrator's where there is none by this address yet. */
export async function openAccountFromTerminal(app: App, { email, name, agency, base }: Given): Promise<string> {
  const madeBy = (await settleTerminalUser(app)).id;
  const day = today(app.clock);
  const known = await findAccountByEmail(app.db, email);
  const user = known ?? { id: randomUUID(), name: squeeze(nfc(name)), email: email.toLowerCase() };
  const kind = known?.state === 'active' ? 'password' : 'invitation';
  const agencyId = await findAgencyByName(app.db, nfc(agency), day);
  if (agencyId === undefined) throw new Refusal('notFound');
  if (known?.state === 'left') throw new Refusal('notPossibleNow');
  const link = await app.db.transaction().execute(async (trx) => {
    if (!known) {
      await insertUser(trx, { ...user, state: 'invited' });
      await addPost(trx, { role: 'administrator', agencyId, userId: user.id, validFrom: day, givenBy: madeBy });
    }
    const after = { name: user.name, email: user.email };
    await recordOfAccount(trx, { by: madeBy, from: null, verb: 'openFromTerminal', userId: user.id, after });
    // To be read in the terminal, so never by mail.
    return makeLink({ ...app, mail: null }, trx, user, { kind, madeBy, base });
  });
  return link ?? base;
}
