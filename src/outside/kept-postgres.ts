import { setTimeout as after } from 'node:timers/promises';
import { type RunningPostgres, type StartPostgres, startPostgres } from './embedded-postgres.ts';

/** What cannot be started now is tried again: a full disk has room some day. */
const waits = [200, 1_000, 2_000, 5_000];

/** A server of our own that is started again, at the same address, whenever it ends without being asked. */
export type KeptPostgres = Pick<RunningPostgres, 'url' | 'stop'>;

export async function keepPostgres(start: StartPostgres, say: (line: string) => void): Promise<KeptPostgres> {
  let running = await startPostgres(start);
  const { url, socketFolder } = running;
  const ending = new AbortController();
  const startAgain = async (): Promise<RunningPostgres | undefined> => {
    for (let nth = 0; ; nth++) {
      await after(waits[nth] ?? waits.at(-1), undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return undefined;
      try {
        return await startPostgres({ ...start, socketFolder });
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const keep = async (): Promise<void> => {
    await running.gone;
    if (ending.signal.aborted) return;
    say(
      'Cơ sở dữ liệu đã dừng đột ngột (xem postgres.log), đang khởi động lại. / The database ended unexpectedly (see postgres.log) and is being started again.',
    );
    const again = await startAgain();
    if (!again) return;
    running = again;
    // It was asked to stop while it started.
    if (ending.signal.aborted) await running.stop();
    else await keep();
  };
  const kept = keep();
  return {
    url,
    stop: async () => {
      ending.abort();
      await running.stop();
      await kept;
    },
  };
}
