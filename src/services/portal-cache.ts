import { type Announcement, type Listening, listen } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';

/** What the public is told is worked out once for all who ask: until something changes, or for so long. */

export type PortalCache = {
  /** @param weigh how much of what is kept it takes, in characters or bytes */
  keep: <T>(key: string, load: () => Promise<T>, weigh?: (value: T) => number) => Promise<T>;
  forget: () => void;
  close: () => Promise<void>;
};

type Kept = { value: Promise<unknown>; until: number; weight: number };

/** What nobody announces, such as another name of an agency, is seen after so long at the latest; so are steps of work in files of open data. */
const keptFor = 5 * 60_000;
const mostKept = 2000;
const mostWeight = 128_000_000;
const usualWeight = 20_000;

/** The key of what is kept of one document. */
export const documentKey = (documentId: string): string => `document ${documentId}`;
/** The key of what is counted over all documents. */
export const overviewKey = 'overview';

export function startPortalCache(db: Db, now: () => number): PortalCache {
  const kept = new Map<string, Kept>();
  let weight = 0;
  let listening: Promise<Listening> | undefined;
  const drop = (key: string) => {
    weight -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  const forget = () => {
    kept.clear();
    weight = 0;
  };
  const hear = (announcement: Announcement): void => {
    const { kind } = announcement;
    if (kind === 'publication' || kind === 'figures') forget();
    if (kind !== 'changed' && kind !== 'work') return;
    const own = [...kept.keys()].filter((key) => key.endsWith(documentKey(announcement.documentId)));
    // While documents are reviewed they change all day long: it counts where the public sees them.
    if (own.length > 0 && kind === 'changed') forget();
    // Agencies report all day long, too: only that document is read anew, and what stands in memory counted.
    if (kind === 'work')
      for (const key of [...own, ...[...kept.keys()].filter((one) => one.endsWith(overviewKey))]) drop(key);
  };
  const settleListening = async (): Promise<void> => {
    listening ??= listen(db, hear, () => {
      listening = undefined;
      forget();
    }).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    await listening;
  };
  const makeRoom = () => {
    for (const key of kept.keys()) {
      if (kept.size <= mostKept && weight <= mostWeight) return;
      drop(key);
    }
  };
  return {
    keep: async <T>(key: string, load: () => Promise<T>, weigh: (value: T) => number = () => usualWeight) => {
      // Before anything is kept: what changes from now on is heard.
      await settleListening();
      const found = kept.get(key);
      // Kept until long after now: the clock was set back.
      if (found && found.until > now() && found.until <= now() + keptFor) return found.value as Promise<T>;
      drop(key);
      const value = load();
      const entry: Kept = { value, until: now() + keptFor, weight: usualWeight };
      kept.set(key, entry);
      weight += entry.weight;
      makeRoom();
      value.then(
        (loaded) => {
          if (kept.get(key) !== entry) return;
          weight -= entry.weight;
          entry.weight = weigh(loaded);
          weight += entry.weight;
          makeRoom();
        },
        () => {
          if (kept.get(key) === entry) drop(key);
        },
      );
      return value;
    },
    forget,
    close: async () => {
      forget();
      await (await listening?.catch(() => undefined))?.end();
    },
  };
}
