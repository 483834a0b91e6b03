import type { Person } from '../registry/may.ts';
import type { Db } from '../store/database.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type Issuer, issuerFacts } from './issuer-facts.ts';

/** The agency for which the person may issue documents, as its letterhead names it that day. */
export async function issuerOf(trx: Db, { posts }: Person, day: PlainDate): Promise<Issuer> {
  const id = posts.find(({ role }) => role === 'coordinator' || role === 'leader')?.agencyId;
  const facts = id === undefined ? undefined : await issuerFacts(trx, id, day);
  if (!facts) throw new Refusal('notAllowed');
  return facts;
}
