import type { Db } from '../store/database.ts';
import { type HeldServer, holdServer } from '../store/servers.ts';

/** Which of the servers of one database this is, for work that others must not take for abandoned. */
export type ServerPlace = {
  /** Held from the first call on. */
  number: () => Promise<number>;
  close: () => Promise<void>;
};

const againAfter = 1000;

export function startServerPlace(db: Db): ServerPlace {
  let own: number | undefined;
  let holding: Promise<HeldServer> | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;
  const hold = (): Promise<HeldServer> => {
    holding ??= holdServer(db, own, () => {
      holding = undefined;
      takeBackSoon();
    }).catch((error: unknown) => {
      holding = undefined;
      throw error;
    });
    return holding;
  };
  // What runs here is still ours, and others would take it for abandoned.
  const takeBackSoon = () => {
    if (closed) return;
    again = setTimeout(() => void hold().catch(takeBackSoon), againAfter);
    again.unref();
  };
  return {
    number: async () => {
      const { number } = await hold();
      own = number;
      return number;
    },
    close: async () => {
      closed = true;
      clearTimeout(again);
      await (await holding?.catch(() => undefined))?.end();
    },
  };
}
