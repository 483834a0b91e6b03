import { setTimeout as after } from 'node:timers/promises';
import { type Db, openDatabase } from '../store/database.ts';
import { hasReplayed, writtenUpTo } from '../store/replica.ts';
import { Refusal } from '../values/refusal.ts';

/**
 * A second database server that follows the first, for what is only read. It is asked only where it has all that was acknowledged
 * to anybody before the question came, so nobody sees less there: not one's own writing, nor what was just announced. See decision 052.
 */
export type Replica = {
  /** The replica where it has everything, undefined where the primary must be asked. */
  fresh: () => Promise<Db | undefined>;
  /** It failed: for a while nobody waits for it. */
  rest: () => void;
  close: () => Promise<void>;
};

/** On one network a replica is behind by a few milliseconds; whoever waits longer is better off with the primary. */
const patience = 40;
const lookEvery = 4;
const longestLook = 500;
const restsFor = 5_000;

export function startReplica(primary: Db, url: string, say: (line: string) => void): Replica {
  const db = openDatabase(url, (error) => say(`replica: ${error.message}`));
  let restsUntil = 0;
  /** One that lagged the last time is looked at, not waited for. */
  let lags = false;
  const rest = () => {
    restsUntil = performance.now() + restsFor;
  };
  const catchesUp = async (): Promise<boolean> => {
    const at = await writtenUpTo(primary);
    const until = performance.now() + (lags ? 0 : patience);
    for (;;) {
      if (await hasReplayed(db, at)) return true;
      if (performance.now() >= until) return false;
      await after(lookEvery);
    }
  };
  return {
    fresh: async () => {
      if (performance.now() < restsUntil) return undefined;
      const tooLong = new AbortController();
      try {
        const has = await Promise.race([
          catchesUp(),
          after(longestLook, undefined, { ref: false, signal: tooLong.signal }),
        ]);
        if (has === undefined) rest();
        lags = has !== true;
        return has ? db : undefined;
      } catch (error) {
        say(`replica: ${error instanceof Error ? error.message : String(error)}`);
        rest();
        return undefined;
      } finally {
        tooLong.abort();
      }
    },
    rest,
    close: () => db.destroy(),
  };
}

/** Asks the replica where there is one that has everything, else, or where that fails, the primary: for what changes nothing. */
export async function askFresh<T>(
  { db, replica }: { db: Db; replica?: Replica | null },
  ask: (db: Db) => Promise<T>,
): Promise<T> {
  const other = await replica?.fresh();
  if (!other) return ask(db);
  try {
    return await ask(other);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'databaseAway') throw error;
    replica?.rest();
    return ask(db);
  }
}
