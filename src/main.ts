import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Config } from './config.ts';
import { serveMetrics } from './http/metrics.ts';
import { buildServer, closeServer } from './http/server.ts';
import { openInstallation, seedFolder } from './installation.ts';
import { openLog } from './outside/log.ts';
import { settleSecretKey } from './outside/secret-key.ts';
import { openTraces } from './outside/traces.ts';
import { fileSettingsOf, patientOf, scanningOf, secretFileOf } from './patient.ts';
import { SsoProvider } from './registry/claims.ts';
import { remindOfReviews } from './services/accounts/remind-of-reviews.ts';
import { type App, type AppOptions, createApp } from './services/app.ts';
import { type DemoAccount, demoAccounts, demoIsDue, loadDemo } from './services/demo.ts';
import { settleDemoPeople } from './services/demo-people.ts';
import { settleDemoRegimes } from './services/demo-regimes.ts';
import { forgetByRule } from './services/forget-by-rule.ts';
import { makeDueDuties } from './services/give-duties.ts';
import { endLeftImports } from './services/imports.ts';
import { indexPassages } from './services/index-passages.ts';
import { jobWork } from './services/job-work.ts';
import { demoSeed, loadSeed, readSeedFiles } from './services/load-seed.ts';
import { matchStoredIndicators } from './services/match-indicators.ts';
import { matchStoredAgencies } from './services/match-stored-agencies.ts';
import { openDueRounds } from './services/open-due-rounds.ts';
import { placeStoredDocuments } from './services/place-documents.ts';
import { askToReadWaiting } from './services/read-evidence.ts';
import { openDatabase } from './store/database.ts';

/** Everything wired by hand: lock, database, migrations, services, the demo province, HTTP. */

export type RunningServer = {
  address: string;
  demoAccounts: DemoAccount[];
  /** Takes no more calls, ends what runs, and leaves the data folder to others. */
  stop: () => Promise<void>;
};

const lookEvery = 10_000;
const samplesFolder = fileURLToPath(new URL('../samples', import.meta.url));

/** @param say hears what takes its time, one line each */
export async function startServer(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const log = openLog(process.stderr, config.log);
    if (config.otlpEndpoint !== undefined) undo.push((await openTraces(config.otlpEndpoint, log)).close);
    const installation = await openInstallation(config, (line) => log.warn(line));
    undo.push(installation.close);
    const app = await createApp({ db: installation.db, log, ...(await appOptions(config)) });
    undo.push(app.close);
    // From here on the key may not be changed.
    await app.place.number();
    app.reader.warm();
    const due = await demoIsDue(app);
    const demoIsHere = (await demoAccounts(app)).length > 0;
    if (due || demoIsHere) await loadDemoSeed(app);
    if (due) await loadSamples(app, installation.databaseUrl, say);
    else if (demoIsHere) await settleDemoPeople(app);
    if (due || demoIsHere) await settleDemoRegimes(app);
    if (!app.mail)
      say('Chưa có máy chủ thư nên không gửi thư (--smtp-url). / No mail server, so no letters leave (--smtp-url).');
    await app.jobs.start(jobWork(app));
    const server = await buildServer(app, config.trustProxy === undefined ? {} : { trustProxy: config.trustProxy });
    undo.push(() => closeServer(server));
    const address = await listen(server, config);
    const failed = (error: unknown) => log.error({ err: error }, 'in the background');
    if (config.metricsAddress) {
      const metrics = await serveMetrics(app, config.metricsAddress);
      undo.push(metrics.close);
      say(`Số đo cho Prometheus / metrics for Prometheus: ${metrics.address}`);
    }
    undo.push(nowAndThen(() => endLeftImports(app), failed));
    undo.push(inBackground((signal) => matchStoredIndicators(app.db, signal), failed));
    undo.push(inBackground((signal) => matchStoredAgencies(app.db, signal), failed));
    undo.push(inBackground((signal) => placeStoredDocuments(app.db, signal), failed));
    undo.push(inBackground((signal) => indexPassages(app.db, signal), failed));
    undo.push(inBackground(() => askToReadWaiting(app.db), failed));
    undo.push(inBackground((signal) => makeDueWork(app, signal), failed));
    return { address, demoAccounts: await demoAccounts(app), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function appOptions(config: Config): Promise<Omit<AppOptions, 'db'>> {
  const { maxFileBytes, secrets, demo, publicUrl, portalAddress } = config;
  const { secondFactorFor, idleMinutes, administratorIdleMinutes } = config;
  const secretFile = secretFileOf(config);
  return {
    files: fileSettingsOf(config),
    ...scanningOf(config),
    maxFileBytes,
    secrets,
    demo,
    patient: await patientOf(config),
    ...(config.readDatabaseUrl && { readDatabaseUrl: config.readDatabaseUrl }),
    ...(publicUrl && { publicUrl }),
    ...(portalAddress && { portalAddress }),
    ...(config.smtpUrl && { mail: { url: config.smtpUrl, from: config.mailFrom } }),
    outgoing: { innerHosts: config.innerHosts },
    retention: {
      noticeDays: config.keepNoticesDays,
      departedDays: config.keepDepartedDays,
      traceDays: config.keepTracesDays,
    },
    accountRules: {
      ...{ secondFactorFor, idleMinutes, administratorIdleMinutes },
      reviewMonths: config.accountReviewMonths,
    },
    providers: config.ssoFile ? await readProviders(config.ssoFile) : [],
    secretKey: { key: await settleSecretKey(secretFile), file: secretFile },
  };
}

const readProviders = async (file: string): Promise<SsoProvider[]> =>
  z.array(SsoProvider).parse(JSON.parse(await readFile(file, 'utf8')));

async function loadDemoSeed({ db }: App): Promise<void> {
  const demo = await readSeedFiles(join(samplesFolder, 'register'));
  await loadSeed(db, demoSeed(await readSeedFiles(seedFolder), demo));
}

/** What a daily job makes, where no server ran at its time. */
async function makeDueWork(app: App, signal: AbortSignal): Promise<void> {
  await makeDueDuties(app, signal);
  await remindOfReviews(app);
  await forgetByRule(app);
  await openDueRounds(app, signal);
}

/** What other servers may have left behind since; gives what stops it. */
function nowAndThen(work: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    working = working.then(work).catch(failed);
  }, lookEvery);
  return async () => {
    clearInterval(timer);
    await working;
  };
}

/** Work that nobody waits for; gives what stops it. */
function inBackground(
  work: (signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController();
  const ended = work(stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted) failed(error);
  });
  return async () => {
    stopping.abort();
    await ended;
  };
}

/** Nobody was told of it yet, and what a power failure cuts off its end is loaded by the next start: no commit waits for the disk. */
async function loadSamples(app: App, databaseUrl: string, say: (line: string) => void): Promise<void> {
  const names = (await readdir(samplesFolder)).filter((name) => name.endsWith('.docx')).sort();
  const files = names.map((name) => ({ name, content: readOnce(join(samplesFolder, name)) }));
  const db = openDatabase(databaseUrl, (error) => say(error.message), { waitsForDisk: false });
  const { refused } = await loadDemo({ ...app, db }, files).finally(() => db.destroy());
  for (const name of refused) say(`Không nạp được văn bản mẫu / sample document refused: ${name}`);
}

/** Read when it is its turn, so that only one file is in memory. */
async function* readOnce(path: string): AsyncGenerator<Uint8Array> {
  yield await readFile(path);
}

/** The address as a person types it. */
async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  await server.listen({ host, port });
  const bound = server.server.address();
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${typeof bound === 'object' && bound ? bound.port : port}`;
}
