import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { getHealth, getOpenApi, getReady } from '../api/health.ts';
import { hashToken } from '../services/accounts/tokens.ts';
import type { App } from '../services/app.ts';
import { checkReady } from '../services/health.ts';
import { Refusal } from '../values/refusal.ts';
import { accountRoutes } from './account.ts';
import { accountReviewRoutes } from './account-reviews.ts';
import { agencyRoutes } from './agencies.ts';
import { agencyGroupRoutes } from './agency-groups.ts';
import { auditRoutes } from './audit.ts';
import { boundaryRoutes } from './boundaries.ts';
import { calendarRoutes } from './calendar.ts';
import { chartTableRoutes } from './chart-tables.ts';
import { CountedCalls } from './counted-calls.ts';
import { counterpartRoutes } from './counterparts.ts';
import { deadlineRoutes } from './deadlines.ts';
import { documentRoutes } from './documents.ts';
import { dueChangeRoutes } from './due-changes.ts';
import { dutyRoutes } from './duties.ts';
import { answerErrors, answerRefusal, refuseOtherSites, refuseUnkeptText } from './errors.ts';
import { evidenceRoutes } from './evidence.ts';
import { figureImportRoutes } from './figure-imports.ts';
import { figureRoutes } from './figures.ts';
import { findingRoutes } from './findings.ts';
import { followRoutes } from './follows.ts';
import { formCheckRoutes } from './form-check.ts';
import { importRoutes } from './imports.ts';
import { indicatorRoutes } from './indicators.ts';
import { jobRoutes } from './jobs.ts';
import { answerIds, loggedBy, observeRequests, trustsOf } from './log.ts';
import { myWorkRoutes } from './my-work.ts';
import { noticeRoutes } from './notices.ts';
import { obstacleRoutes } from './obstacles.ts';
import { describeApi } from './open-api.ts';
import { operationRoutes } from './operation.ts';
import { overviewRoutes } from './overview.ts';
import { ownerHealthRoutes } from './owner-health.ts';
import { servePages } from './pages.ts';
import { peopleRoutes } from './people.ts';
import { accountLinkRoutes, peopleAccountRoutes } from './people-accounts.ts';
import { planDraftRoutes } from './plan-drafts.ts';
import { onOwnHost, portalRoutes } from './portal.ts';
import { progressRoutes } from './progress.ts';
import { publicationRoutes } from './publications.ts';
import { questionRoutes } from './questions.ts';
import { regimeFileRoutes } from './regime-files.ts';
import { regimeRoutes } from './regimes.ts';
import { registerPageRoutes } from './register-pages.ts';
import { reorganisationRoutes } from './reorganisations.ts';
import { reportRoutes } from './reports.ts';
import { reviewRoutes } from './review.ts';
import { roundRoutes } from './rounds.ts';
import { refuseStrayRoutes, routesOf } from './route.ts';
import { scorecardRoutes } from './scorecards.ts';
import { searchRoutes } from './search.ts';
import { sectionRoutes } from './sections.ts';
import { findActor, sessionRoutes } from './session.ts';
import { signInRoutes } from './sign-ins.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { type BodyPace, refuseSlowBodies } from './slow-bodies.ts';
import { stocktakeRoutes } from './stocktakes.ts';
import { submissionWorkbookRoutes } from './submission-workbook.ts';
import { submissionRoutes } from './submissions.ts';
import { templateRoutes } from './templates.ts';
import { takeParts, uploadRoutes } from './uploads.ts';
import { urgingRoutes } from './urging.ts';
import { webhookRoutes } from './webhooks.ts';
import { workRuleRoutes } from './work-rules.ts';

const builtPages = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Calls a minute with one key; people in front of a screen are not counted. */
const callsOfKey = 600;

/** Time for a whole request, uploads over slow lines included. */
const requestTimeout = 15 * 60_000;

/** Nothing of a device is asked for; what is copied is copied by the person. */
const permissions = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export type ServerOptions = {
  /** The built web application. */
  pagesFolder?: string;
  /** Addresses of proxies whose word about where a request comes from is taken, parted by commas. */
  trustProxy?: string;
  /** How long an upload's answer waits for the import's end, in milliseconds after the last byte. */
  patience?: number;
  /** How fast a body must come in at least. */
  bodyPace?: BodyPace;
};

export async function buildServer(app: App, options: ServerOptions = {}): Promise<FastifyInstance> {
  const trusts = options.trustProxy === undefined ? undefined : trustsOf(options.trustProxy);
  const server = fastify({
    ...loggedBy(app.log, trusts),
    requestTimeout,
    ...(app.portalAddress !== undefined && { rewriteUrl: onOwnHost(app.portalAddress) }),
    trustProxy: trusts ?? false,
    frameworkErrors: (_, __, reply) => answerRefusal(reply, new Refusal('invalidInput')),
    forceCloseConnections: 'idle',
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.decorate('noteFailure', app.failures.note);
  answerErrors(server);
  observeRequests(server, trusts);
  answerIds(server);
  // First, so that what is refused at the door has its headers, too.
  await addPlugins(server, app.publicUrl);
  refuseSlowBodies(server, options.bodyPace);
  refuseUnkeptText(server);
  refuseOtherSites(server, app.publicUrl);
  refuseStrayRoutes(server);
  // Streams of news have no end of their own, and closing waits for every answer's end.
  server.addHook('preClose', async () => {
    app.live.endWatching();
    app.liveNotices.endWatching();
  });
  addRoutes(server, app, options.patience ?? 3000);
  await portalRoutes(server, app);
  await servePages(server, options.pagesFolder ?? builtPages);
  await server.ready();
  return server;
}

/** What somebody is still sending or fetching may end; whoever does not come to an end is cut off. */
export async function closeServer(server: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), 3_000);
  await server.close();
  clearTimeout(timer);
}

async function addPlugins(server: FastifyInstance, publicUrl: string | undefined): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The application's page adds a word of its own (`pages.ts`).
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Browsers that came by https once come by nothing else for a year, to this name and those below it.
    strictTransportSecurity: publicUrl?.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  server.addHook('onRequest', async ({ url }, reply) => {
    reply.header('permissions-policy', permissions);
    // What somebody may see is kept by nobody in between, and asked for anew before it is shown again.
    if (url.startsWith('/api/')) reply.header('cache-control', 'private, no-cache');
  });
  await server.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // Its default of 11 takes seconds for what 4 does in milliseconds.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await server.register(etag, { weak: true });
  await server.register(multipart);
  takeParts(server);
  await server.register(rateLimit, {
    max: callsOfKey,
    timeWindow: 60_000,
    store: CountedCalls,
    allowList: ({ headers }) => headers.authorization === undefined,
    keyGenerator: ({ headers }) => hashToken(headers.authorization ?? ''),
    errorResponseBuilder: (_, { ttl }) => new Refusal('tooManyRequests', { seconds: Math.ceil(ttl / 1000) }),
  });
  await describeApi(server);
}

function addRoutes(server: FastifyInstance, app: App, patience: number): void {
  const route = routesOf(server, app, (request) => findActor(app, request));
  sessionRoutes(route, app);
  singleSignOnRoutes(route, app);
  accountRoutes(route, app);
  accountLinkRoutes(route, app);
  overviewRoutes(route);
  chartTableRoutes(route);
  peopleRoutes(route, app);
  peopleAccountRoutes(route, app);
  accountReviewRoutes(route, app);
  uploadRoutes(route, app.maxFileBytes);
  importRoutes(route, patience);
  figureImportRoutes(route, patience);
  documentRoutes(route);
  findingRoutes(route);
  agencyRoutes(route);
  agencyGroupRoutes(route);
  indicatorRoutes(route);
  reviewRoutes(route);
  publicationRoutes(route);
  counterpartRoutes(route);
  reorganisationRoutes(route);
  auditRoutes(route);
  signInRoutes(route);
  calendarRoutes(route);
  deadlineRoutes(route, app);
  dutyRoutes(route);
  progressRoutes(route);
  myWorkRoutes(route);
  evidenceRoutes(route);
  obstacleRoutes(route);
  dueChangeRoutes(route);
  questionRoutes(route);
  noticeRoutes(route);
  jobRoutes(route);
  webhookRoutes(route);
  urgingRoutes(route);
  formCheckRoutes(route);
  workRuleRoutes(route);
  regimeRoutes(route);
  regimeFileRoutes(route);
  roundRoutes(route);
  reportRoutes(route);
  planDraftRoutes(route);
  followRoutes(route);
  stocktakeRoutes(route);
  templateRoutes(route);
  boundaryRoutes(route);
  sectionRoutes(route);
  submissionRoutes(route);
  submissionWorkbookRoutes(route);
  figureRoutes(route);
  searchRoutes(route);
  registerPageRoutes(route);
  scorecardRoutes(route);
  ownerHealthRoutes(route);
  operationRoutes(route, app);
  route(getHealth, () => ({ state: 'ok' as const }));
  route(getReady, async () => {
    await checkReady(app);
    return { state: 'ready' as const };
  });
  route(getOpenApi, ({ reply }) => reply.send(server.swagger()));
}
