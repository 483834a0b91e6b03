import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import type { Named } from '../registry/named.ts';
import { type Announcement, announce, type Listening, listen } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { Refusal } from '../values/refusal.ts';
import type { Clock } from './clock.ts';
import { newPresence } from './presence.ts';

/** What people who have the same review open are told at once, whichever server they are on. */
export type ReviewNews =
  | { kind: 'changed'; operation: string; verb: string; by: Named }
  | { kind: 'present'; people: Named[] };

/** `end` is called where nothing more can be told: whoever wants more comes again and reads the review anew. */
export type Watcher = { user: User; tell: (news: ReviewNews) => void; end: () => void };

export type LiveReviews = {
  /** Resolves when nothing that happens from now on is missed. Gives the way to leave. */
  watch: (documentId: string, watcher: Watcher) => Promise<() => void>;
  /** Ends all watchers; new ones may come. */
  endWatching: () => void;
  close: () => Promise<void>;
};

const heartbeat = 20_000;
/** More windows than one person has open by intention. */
const mostOfOne = 30;
const mostOfAll = 2000;
/** An announcement holds 8000 bytes. */
const mostNamed = 40;

export function startLiveReviews(db: Db, clock: Clock): LiveReviews {
  const server = randomUUID();
  const presence = newPresence(3 * heartbeat);
  const now = () => clock.now().getTime();
  const watchers = new Map<string, Set<Watcher>>();
  let listening: Promise<Listening> | undefined;

  const tellAll = (documentId: string, news: ReviewNews) => {
    for (const watcher of watchers.get(documentId) ?? []) watcher.tell(news);
  };
  const sayWhoIsHere = async (documentId: string): Promise<void> => {
    const people = new Map([...(watchers.get(documentId) ?? [])].map(({ user: { id, name } }) => [id, { id, name }]));
    await announce(db, { kind: 'here', server, documentId, people: [...people.values()].slice(0, mostNamed) });
  };
  /** Nobody waits for it, and where it fails the listening connection is lost, too. */
  const saySoon = (documentId: string) => void sayWhoIsHere(documentId).catch(() => undefined);
  const hear = (announcement: Announcement) => {
    if (!('documentId' in announcement)) return;
    const { documentId } = announcement;
    if (announcement.kind === 'changed') {
      const { operation, verb, by } = announcement;
      tellAll(documentId, { kind: 'changed', operation, verb, by });
    } else if (announcement.kind === 'who') {
      if (watchers.has(documentId)) saySoon(documentId);
    } else if (announcement.kind === 'here') {
      presence.heard(announcement.server, documentId, announcement.people, now());
      const people = presence.newsOf(documentId, now());
      if (people) tellAll(documentId, { kind: 'present', people });
    }
  };
  const endWatching = () => {
    for (const all of [...watchers.values()]) for (const watcher of [...all]) watcher.end();
  };
  const settleListening = async (): Promise<void> => {
    listening ??= listen(db, hear, () => {
      listening = undefined;
      presence.forget();
      endWatching();
    }).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    await listening;
  };
  const pulse = setInterval(() => {
    for (const documentId of watchers.keys()) saySoon(documentId);
  }, heartbeat);
  pulse.unref();

  return {
    watch: async (documentId, watcher) => {
      refuseTooMany(
        [...watchers.values()].flatMap((all) => [...all]),
        watcher.user,
      );
      await settleListening();
      const all = watchers.get(documentId) ?? new Set();
      watchers.set(documentId, all.add(watcher));
      watcher.tell({ kind: 'present', people: presence.at(documentId, now()) });
      await announce(db, { kind: 'who', documentId });
      return () => {
        all.delete(watcher);
        if (all.size === 0 && watchers.get(documentId) === all) watchers.delete(documentId);
        saySoon(documentId);
      };
    },
    endWatching,
    close: async () => {
      clearInterval(pulse);
      endWatching();
      await (await listening?.catch(() => undefined))?.end();
    },
  };
}

function refuseTooMany(watching: readonly Watcher[], { id }: User): void {
  const own = watching.filter(({ user }) => user.id === id).length;
  if (own >= mostOfOne || watching.length >= mostOfAll) throw new Refusal('tooManyRequests', { seconds: 60 });
}
