import { scanWithClamd } from '../outside/clamd.ts';
import type { Log } from '../outside/log.ts';
import { Refusal } from '../values/refusal.ts';

/** What looks at files for harmful content before anything else is done with them, and what happens while it does not answer. */
export type ScanSettings = { clamd: string; whenAway: 'refuse' | 'take' };

/** @throws Refusal fileInfected, fileUnscanned */
export type Scan = (file: { name: string; parts: AsyncIterable<Uint8Array> }) => Promise<void>;

export const noScan: Scan = async () => undefined;

/** What was refused, or taken without having been looked at, stands in the log. */
export const scanWith =
  ({ clamd, whenAway }: ScanSettings, log: Pick<Log, 'warn'>): Scan =>
  async ({ name, parts }) => {
    const found = await scanWithClamd(clamd, parts).catch((err: unknown) => {
      log.warn({ err, whenAway }, 'fileUnscanned');
      if (whenAway === 'refuse') throw new Refusal('fileUnscanned', { name });
      return null;
    });
    if (found === null) return;
    log.warn({ found }, 'fileInfected');
    throw new Refusal('fileInfected', { name, found });
  };
