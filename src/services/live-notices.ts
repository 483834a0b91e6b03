import type { RoundNews } from '../registry/round-news.ts';
import { type Listening, listen } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { Refusal } from '../values/refusal.ts';

/** `end` is called where nothing more can be told: whoever wants more comes again and asks anew. */
export type NoticeWatcher = {
  userId: string;
  tell: () => void;
  tellOfFigures: () => void;
  tellOfRound: (news: RoundNews) => void;
  end: () => void;
};

export type LiveNotices = {
  /** Resolves when nothing that is told from now on is missed. Gives the way to leave. */
  watch: (watcher: NoticeWatcher) => Promise<() => void>;
  endWatching: () => void;
  close: () => Promise<void>;
};

/** More windows than one person has open by intention. */
const mostOfOne = 30;
const mostOfAll = 5000;

/** Tells open pages that their person has something new to read, or that figures have changed, whichever server it happened on. */
export function startLiveNotices(db: Db): LiveNotices {
  const watchers = new Map<string, Set<NoticeWatcher>>();
  let listening: Promise<Listening> | undefined;
  const everybody = () => [...watchers.values()].flatMap((all) => [...all]);
  const endWatching = () => {
    for (const watcher of everybody()) watcher.end();
  };
  const settleListening = async (): Promise<void> => {
    listening ??= listen(
      db,
      (announcement) => {
        if (announcement.kind === 'figures') for (const watcher of everybody()) watcher.tellOfFigures();
        if (announcement.kind === 'round') {
          const { kind: _, by, ...news } = announcement;
          // Whoever did it sees it.
          for (const watcher of everybody()) if (watcher.userId !== by) watcher.tellOfRound(news);
        }
        if (announcement.kind !== 'noticed') return;
        for (const userId of announcement.userIds) for (const watcher of watchers.get(userId) ?? []) watcher.tell();
      },
      () => {
        listening = undefined;
        endWatching();
      },
    ).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    await listening;
  };
  return {
    watch: async (watcher) => {
      const own = watchers.get(watcher.userId) ?? new Set();
      if (own.size >= mostOfOne || everybody().length >= mostOfAll)
        throw new Refusal('tooManyRequests', { seconds: 60 });
      await settleListening();
      watchers.set(watcher.userId, own.add(watcher));
      return () => {
        own.delete(watcher);
        if (own.size === 0 && watchers.get(watcher.userId) === own) watchers.delete(watcher.userId);
      };
    },
    endWatching,
    close: async () => {
      endWatching();
      await (await listening?.catch(() => undefined))?.end();
    },
  };
}
