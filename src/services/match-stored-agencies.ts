import type { Db } from '../store/database.ts';
import { findDocument } from '../store/documents.ts';
import { documentsAfter } from '../store/indicator-matches.ts';
import { setMatches, unmatchedNames } from '../store/named-agencies.ts';
import { enqueue } from '../store/outbox.ts';
import { findSetting, putSetting } from '../store/settings.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { matchersOf } from './match-agencies.ts';

const settingName = 'agenciesMatchedWith';
const atOnce = 100;

/**
 * Documents that came in before the register knew their agencies get them: all of them, one after another, whenever the
 * register that the program brings along has changed. Ends early on the signal; the next start begins again.
 */
export async function matchStoredAgencies(db: Db, signal: AbortSignal): Promise<void> {
  const revision = await findSetting(db, 'agencySeed');
  if (revision === undefined || (await findSetting(db, settingName)) === revision) return;
  if (await matchAllAgencies(db, signal)) await putSetting(db, settingName, revision);
}

/**
 * Somebody has changed the register: all names that nobody was found for are looked at again, in the background, and at the
 * next start where that does not come to its end.
 */
export async function matchAgenciesLater(trx: Db): Promise<void> {
  await putSetting(trx, settingName, null);
  await enqueue(trx, [{ queue: 'rematchAgencies', data: {} }]);
}

export async function rematchAgencies(db: Db, signal: AbortSignal): Promise<void> {
  const revision = await findSetting(db, 'agencySeed');
  // Whoever starts next tries the job again.
  if (!(await matchAllAgencies(db, signal))) throw new Error('the matching of all documents was interrupted');
  await putSetting(db, settingName, revision ?? null);
}

/** Whether it came to its end. */
async function matchAllAgencies(db: Db, signal: AbortSignal): Promise<boolean> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await documentsAfter(db, after, atOnce);
    for (const id of ids) {
      if (signal.aborted) return false;
      await matchDocument(db, id);
    }
    if (ids.length < atOnce) return true;
    after = ids.at(-1) ?? null;
  }
}

async function matchDocument(db: Db, id: string): Promise<void> {
  const [document, rows] = [await findDocument(db, id), await unmatchedNames(db, id)];
  if (!document || rows.length === 0) return;
  const names = rows.map(({ name }) => name);
  const matcherAt = await matchersOf(db, document.header, names, dayOfMoment(new Date(document.receivedAt)));
  const found = rows.flatMap(({ name, spanStart, ...row }) => {
    const match = matcherAt({ start: spanStart, end: spanStart })(name);
    if (!match) return [];
    const members = match.members.length > 0 ? match.members.map(({ id: member }) => member) : null;
    const means = { agencyId: match.agency?.id ?? null, groupId: match.group?.id ?? null };
    return { ...row, ...means, matchedBy: match.matchedBy, members };
  });
  await setMatches(db, id, found);
}
