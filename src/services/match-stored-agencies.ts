import type { Db } from '../store/database.ts';
import { findDocument } from '../store/documents.ts';
import { documentsAfter } from '../store/indicator-matches.ts';
import { setMatches, unmatchedNames } from '../store/named-agencies.ts';
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
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await documentsAfter(db, after, atOnce);
    for (const id of ids) {
      if (signal.aborted) return;
      await matchDocument(db, id);
    }
    if (ids.length < atOnce) break;
    after = ids.at(-1) ?? null;
  }
  await putSetting(db, settingName, revision);
}

/** The next start looks at all names again that nobody was found for. */
export const matchAgenciesLater = (db: Db): Promise<void> => putSetting(db, settingName, null);

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
