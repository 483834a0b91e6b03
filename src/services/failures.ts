import { bareError } from '../outside/log.ts';
import type { RequestFailure } from '../registry/operation.ts';
import type { Db } from '../store/database.ts';
import { insertRequestFailures } from '../store/request-failures.ts';

/** What failed is kept for the administrator, whichever server it failed on. Nobody's answer waits for it. */
export type KeptFailures = {
  note: (failure: RequestFailure) => void;
  /** Writes down what was noted until now. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

/** What every question to the database goes through. */
const passedByAll = /^src\/store\/(?:kept-plans|acting|database)\.ts/;

/** When, why and where in the program, as far as it may be told. */
export function failureOf(error: Error): Pick<RequestFailure, 'at' | 'reason' | 'place'> {
  const { type, message, stack } = bareError(error);
  const places = [...stack.matchAll(/\bsrc\/[\w./-]+:\d+/g)].map(([place]) => place);
  const place = places.find((one) => !passedByAll.test(one)) ?? places[0] ?? '';
  return { at: new Date().toISOString(), reason: `${type}: ${message}`.slice(0, 500), place };
}

const writeEvery = 2_000;
/** Where everything fails, the first hundred of each minute are enough; the log has them all. */
const mostAMinute = 100;

export function keepFailures(db: Db): KeptFailures {
  let noted: RequestFailure[] = [];
  let [minute, taken] = [0, 0];
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const now = noted;
    if (now.length === 0) return;
    noted = [];
    try {
      await insertRequestFailures(db, now);
    } catch {
      // The database is what failed, as a rule: they are told when it is back.
      noted = [...now, ...noted].slice(0, mostAMinute);
    }
  };
  const settle = () => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(() => void settle(), writeEvery);
  timer.unref();
  return {
    note: (failure) => {
      const current = Math.floor(Date.now() / 60_000);
      if (current !== minute) [minute, taken] = [current, 0];
      if (taken++ < mostAMinute) noted.push(failure);
    },
    settle,
    close: async () => {
      clearInterval(timer);
      await settle();
    },
  };
}
