import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readableExtensions } from '../files/open.ts';
import type { ImportRecord } from '../registry/import.ts';
import type { Db } from '../store/database.ts';
import { endInterrupted } from '../store/imports.ts';
import { settleSetting } from '../store/settings.ts';
import { type Clock, systemClock } from './clock.ts';
import { type LiveReviews, startLiveReviews } from './live-review.ts';
import { type Painter, type PainterLimits, startPainter } from './painter.ts';
import { type Reader, type ReaderLimits, startReader, usualReaderLimits } from './reader.ts';
import { type Auth, createAuth } from './sign-in.ts';

export type RunningImport = { cancel: AbortController; ended: Promise<ImportRecord> };

/** What services work with. */
export type App = {
  db: Db;
  clock: Clock;
  auth: Auth;
  reader: Reader;
  painter: Painter;
  live: LiveReviews;
  maxFileBytes: number;
  readableExtensions: readonly string[];
  /** Whether this is the demo province, whose accounts anybody may know. */
  demo: boolean;
  /** Imports of this process, by their ids. */
  imports: Map<string, RunningImport>;
  close: () => Promise<void>;
};

export type AppOptions = {
  /** Brought up to date already. Closing the app leaves it open. */
  db: Db;
  maxFileBytes: number;
  demo: boolean;
  /** The address people type; cookies are sent over https only where it begins so. */
  publicUrl?: string;
  clock?: Clock;
  reading?: Partial<ReaderLimits>;
  painting?: Partial<PainterLimits>;
};

const painterLimits: PainterLimits = { secondsPerPage: 20, memoryMebibytes: 1024, keptMebibytes: 32, idleSeconds: 60 };

export async function createApp(options: AppOptions): Promise<App> {
  const { db, maxFileBytes, demo, publicUrl, clock = systemClock, reading, painting } = options;
  const secret = z.string().parse(await settleSetting(db, 'sessionSecret', randomBytes(32).toString('base64url')));
  await endInterrupted(db, clock.now());
  const reader = startReader({ ...usualReaderLimits, ...reading });
  const painter = startPainter({ ...painterLimits, ...painting });
  const live = startLiveReviews(db);
  const imports: App['imports'] = new Map();
  return {
    db,
    clock,
    auth: createAuth(db, { secret, publicUrl: publicUrl ?? 'http://localhost' }),
    reader,
    painter,
    live,
    maxFileBytes,
    readableExtensions,
    demo,
    imports,
    close: async () => {
      const running = [...imports.values()];
      for (const { cancel } of running) cancel.abort();
      await Promise.allSettled(running.map(({ ended }) => ended));
      painter.close();
      await live.close();
      await reader.close();
    },
  };
}
