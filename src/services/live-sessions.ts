import { type AccountRules, idleMinutesOf } from '../registry/account.ts';
import { type Listening, listen } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { lastingAmong } from '../store/sessions.ts';
import { type Clock, today } from './clock.ts';

/** What goes on for as long as a session does: a stream of news. `end` is called once, when that is over. */
export type SessionWatcher = { sessionId: string; end: () => void };

export type LiveSessions = {
  /** Resolves when no end from now on is missed. Gives the way to leave. */
  watch: (watcher: SessionWatcher) => Promise<() => void>;
  /** Looks for sessions that ended with nobody saying so: left idle, or at their longest time. */
  sweep: () => Promise<void>;
  close: () => Promise<void>;
};

const sweepEvery = 20_000;

/** Cuts what still goes out to somebody whose session ended, whichever server it was ended on. */
export function startLiveSessions(db: Db, { rules, clock }: { rules: AccountRules; clock: Clock }): LiveSessions {
  const watchers = new Map<string, Set<SessionWatcher>>();
  let listening: Promise<Listening> | undefined;
  const cut = (sessionIds: Iterable<string>) => {
    for (const id of sessionIds) for (const watcher of [...(watchers.get(id) ?? [])]) watcher.end();
  };
  const settleListening = async (): Promise<void> => {
    listening ??= listen(
      db,
      (announcement) => {
        if (announcement.kind === 'sessionsEnded') cut(announcement.sessionIds);
      },
      () => {
        listening = undefined;
        cut([...watchers.keys()]);
      },
    ).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    await listening;
  };
  const cutEnded = async (ids: readonly string[]): Promise<void> => {
    const now = new Date();
    const lasting = new Set<string>();
    for (const { id, usedAt, roles } of await lastingAmong(db, ids, now, today(clock)))
      if (now.getTime() - usedAt.getTime() <= idleMinutesOf(rules, roles) * 60_000) lasting.add(id);
    cut(ids.filter((id) => !lasting.has(id)));
  };
  const sweep = async (): Promise<void> => {
    if (watchers.size > 0) await cutEnded([...watchers.keys()]);
  };
  // A sweep that fails is made up for by the next.
  const timer = setInterval(() => void sweep().catch(() => undefined), sweepEvery);
  timer.unref();
  return {
    watch: async (watcher) => {
      await settleListening();
      const { sessionId } = watcher;
      const all = watchers.get(sessionId) ?? new Set();
      watchers.set(sessionId, all.add(watcher));
      const leave = () => {
        all.delete(watcher);
        if (all.size === 0 && watchers.get(sessionId) === all) watchers.delete(sessionId);
      };
      // It may have ended while the way to hear of it was laid.
      await cutEnded([sessionId]);
      return leave;
    },
    sweep,
    close: async () => {
      clearInterval(timer);
      cut([...watchers.keys()]);
      await (await listening?.catch(() => undefined))?.end();
    },
  };
}
