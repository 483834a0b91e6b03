import { readableExtensions } from '../files/open.ts';
import { type Log, openLog } from '../outside/log.ts';
import { type Mailer, type MailServer, openMailer } from '../outside/mail.ts';
import type { OutgoingLimits } from '../outside/outgoing.ts';
import { type AccountRules, levelThree } from '../registry/account.ts';
import type { SsoProvider } from '../registry/claims.ts';
import type { FigureImport } from '../registry/figure-import.ts';
import type { ImportRecord } from '../registry/import.ts';
import type { Actor } from '../registry/may.ts';
import { type RetentionRules, usualRetention } from '../registry/retention.ts';
import { actingAlike, actingAs, keepingPlans } from '../store/acting.ts';
import type { Db } from '../store/database.ts';
import { isOutOfDate } from '../store/kept-plans.ts';
import type { Attempt } from '../store/request-keys.ts';
import { envelopeExtension } from '../values/envelope.ts';
import { newKey, type Sealing, sealingWith } from './accounts/sealing.ts';
import { type SecretKey, settleSealing } from './accounts/secret-key.ts';
import { type Clock, systemClock, today } from './clock.ts';
import { type KeptFailures, keepFailures } from './failures.ts';
import { endLeftImports } from './imports.ts';
import { createJobs, type Jobs } from './job-runner.ts';
import { type KeptStandings, keepStandings } from './kept-standings.ts';
import { type LiveNotices, startLiveNotices } from './live-notices.ts';
import { type LiveReviews, startLiveReviews } from './live-review.ts';
import { type LiveSessions, startLiveSessions } from './live-sessions.ts';
import type { Patient } from './look-at-vitals.ts';
import { type Painter, type PainterLimits, startPainter } from './painter.ts';
import { type PortalCache, startPortalCache } from './portal-cache.ts';
import { type Reader, type ReaderLimits, startReader, usualReaderLimits } from './reader.ts';
import { askFresh, type Replica, startReplica } from './replica.ts';
import { noScan, type Scan, type ScanSettings, scanWith } from './scan.ts';
import { type ServerPlace, startServerPlace } from './server-place.ts';
import type { FileSettings } from './stored-files/places.ts';
import { openStoredFiles, type StoredFiles } from './stored-files/stored-files.ts';

export type RunningImport<Record = ImportRecord> = { cancel: AbortController; ended: Promise<Record> };

/** What signing in works with. */
export type Accounts = { rules: AccountRules; sealing: Sealing; providers: readonly SsoProvider[] };

/** What services work with. */
export type App = {
  db: Db;
  clock: Clock;
  log: Log;
  accounts: Accounts;
  files: StoredFiles;
  /** Every file that comes in is looked at before anything else is done with it. */
  scan: Scan;
  reader: Reader;
  painter: Painter;
  live: LiveReviews;
  liveNotices: LiveNotices;
  liveSessions: LiveSessions;
  portalCache: PortalCache;
  place: ServerPlace;
  standings: KeptStandings;
  failures: KeptFailures;
  /** A second database server that is asked for what is only read. */
  replica: Replica | null;
  /** Idle until started: only a server that runs does jobs, a command does none. */
  jobs: Jobs;
  /** Null where no server for letters is configured. */
  mail: Mailer | null;
  /** Where addresses that people and providers name may lead. */
  outgoing: OutgoingLimits;
  retention: RetentionRules;
  maxFileBytes: number;
  /** Whether documents marked as state secrets are stored. */
  secrets: boolean;
  readableExtensions: readonly string[];
  /** Whether this is the demo province, whose accounts anybody may know. */
  demo: boolean;
  /** What the doctor looks at; null where this is no installation that runs. */
  patient: Patient | null;
  /** The address people type, where it is known. */
  publicUrl: string | undefined;
  /** The address of the public's portal, where it has one of its own. */
  portalAddress: string | undefined;
  /** Imports of this process, by their ids. */
  imports: Map<string, RunningImport>;
  figureImports: Map<string, RunningImport<FigureImport>>;
  close: () => Promise<void>;
};

export type AppOptions = {
  /** Brought up to date already. Closing the app leaves it open. */
  db: Db;
  readDatabaseUrl?: string;
  /** Files are taken unscanned where nothing is said. */
  scanning?: ScanSettings;
  /** In the database where nothing is said. */
  files?: FileSettings;
  maxFileBytes: number;
  secrets?: boolean;
  demo: boolean;
  patient?: Patient;
  /** The address people type; cookies are sent over https only where it begins so. */
  publicUrl?: string;
  /** Under its host name nothing but the portal is answered. */
  portalAddress?: string;
  mail?: MailServer;
  /** What went wrong goes to standard error where none is given. */
  log?: Log;
  outgoing?: Partial<OutgoingLimits>;
  retention?: RetentionRules;
  clock?: Clock;
  accountRules?: Partial<AccountRules>;
  /** Providers of single sign-on. */
  providers?: readonly SsoProvider[];
  /** Without it what is sealed can be opened while this app runs only. */
  secretKey?: SecretKey;
  reading?: Partial<ReaderLimits>;
  painting?: Partial<PainterLimits>;
};

const painterLimits: PainterLimits = { secondsPerPage: 20, memoryMebibytes: 1024, keptMebibytes: 32, idleSeconds: 60 };
const outgoingLimits: OutgoingLimits = { innerHosts: [], timeoutMs: 10_000 };

export async function createApp(options: AppOptions): Promise<App> {
  const { db, maxFileBytes, demo, publicUrl, clock = systemClock, log = openLog(process.stderr) } = options;
  await endLeftImports({ db, clock });
  const reader = startReader({ ...usualReaderLimits, ...options.reading });
  const painter = startPainter({ ...painterLimits, ...options.painting });
  const live = startLiveReviews(db, clock);
  const liveNotices = startLiveNotices(db);
  const rules = { ...levelThree, ...options.accountRules };
  const liveSessions = startLiveSessions(db, { rules, clock });
  const portalCache = startPortalCache(db, () => clock.now().getTime());
  const place = startServerPlace(db);
  const replica = options.readDatabaseUrl ? startReplica(db, options.readDatabaseUrl, (line) => log.warn(line)) : null;
  const jobs = createJobs(db, log);
  const failures = keepFailures(db);
  const mail = options.mail ? openMailer(options.mail) : null;
  const imports: App['imports'] = new Map();
  const figureImports: App['figureImports'] = new Map();
  return {
    db,
    clock,
    log,
    accounts: {
      rules,
      providers: options.providers ?? [],
      sealing: options.secretKey ? await settleSealing({ db }, options.secretKey) : sealingWith(newKey()),
    },
    scan: options.scanning ? scanWith(options.scanning, log) : noScan,
    files: openStoredFiles(db, options.files ?? { place: 'database' }),
    reader,
    painter,
    live,
    liveNotices,
    liveSessions,
    portalCache,
    place,
    standings: keepStandings(),
    failures,
    replica,
    jobs,
    mail,
    outgoing: { ...outgoingLimits, ...options.outgoing },
    retention: options.retention ?? usualRetention,
    maxFileBytes,
    secrets: options.secrets ?? false,
    readableExtensions: [...readableExtensions, envelopeExtension],
    demo,
    patient: options.patient ?? null,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    portalAddress: options.portalAddress?.replace(/\/+$/, ''),
    imports,
    figureImports,
    close: async () => {
      const running = [...imports.values(), ...figureImports.values()];
      for (const { cancel } of running) cancel.abort();
      await Promise.allSettled(running.map(({ ended }) => ended));
      await jobs.close();
      await failures.close();
      mail?.close();
      painter.close();
      await live.close();
      await liveNotices.close();
      await liveSessions.close();
      await portalCache.close();
      await place.close();
      await replica?.close();
      await reader.close();
    },
  };
}

/** The same app, whose database stands behind the wall for whoever asks, and knows from where. */
export const appFor = (app: App, { user, posts }: Actor, address: string, request?: Attempt): App => ({
  ...app,
  standings: { ...app.standings, reach: [...new Set(posts.map(({ role }) => role))].sort().join(' ') },
  db: actingAs(app.db, { userId: user?.id ?? '', day: today(app.clock), address, ...(request && { request }) }),
});

/**
 * All that is asked on one connection. Behind the wall every question by itself is a transaction of its own, three times on the way
 * for one answer.
 */
export const inOneTransaction = <A extends Pick<App, 'db'>, T>(app: A, ask: (app: A) => Promise<T>): Promise<T> =>
  app.db.isTransaction ? ask(app) : app.db.transaction().execute((trx) => ask({ ...app, db: trx }));

/**
 * The same for a page that everybody opens all day and that changes nothing: how its questions are answered is thought out once, not
 * each time.
 */
export const inOneReading = <A extends Pick<App, 'db'> & Partial<Pick<App, 'replica'>>, T>(
  app: A,
  ask: (app: A) => Promise<T>,
): Promise<T> => {
  if (app.db.isTransaction) return inOneTransaction(app, ask);
  return askFresh(app, (db) => inOneKeepingPlans({ ...app, db: db === app.db ? db : actingAlike(app.db, db) }, ask));
};

async function inOneKeepingPlans<A extends Pick<App, 'db'>, T>(app: A, ask: (app: A) => Promise<T>): Promise<T> {
  try {
    return await inOneTransaction({ ...app, db: keepingPlans(app.db) }, ask);
  } catch (error) {
    if (!isOutOfDate(error)) throw error;
    return inOneTransaction(app, ask);
  }
}
