import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ofDocument, ofTarget, ofTask, pageAddress, portalRoot } from '../portal/addresses.ts';
import { documentEmbed, targetEmbed } from '../portal/embeds.ts';
import { atomFeed, changedOf, mostMapped, robots, sitemap } from '../portal/feeds.ts';
import { type Setting, settingOf } from '../portal/frame.ts';
import {
  agenciesPage,
  agencyPage,
  documentPage,
  documentsPage,
  everythingPage,
  frontPage,
  listedOf,
} from '../portal/lists.ts';
import { targetStates, taskStates } from '../portal/marks.ts';
import { aboutPage, faultPage, type PortalFault } from '../portal/plain-pages.ts';
import { searchPage } from '../portal/search-page.ts';
import { style } from '../portal/style.ts';
import { targetPage } from '../portal/target-page.ts';
import { taskPage } from '../portal/task-page.ts';
import type { App } from '../services/app.ts';
import * as service from '../services/portal.ts';
import type { Language } from '../values/format.ts';
import { Refusal } from '../values/refusal.ts';
import { logFailure } from './log.ts';
import { limitedTo, sendText, siteOf } from './portal-answers.ts';
import { openDataRoutes } from './portal-data.ts';

/**
 * The public's portal: pages made here, for whoever comes, without an account, a cookie or a script. They are no part of the
 * interface for programs and know no person; all that they tell is asked behind the wall for the public.
 */

/** Requests a minute from one address, of pages and of files; an office has one address for many people. */
const pagesAMinute = 600;
const filesAMinute = 60;

const styleHash = createHash('sha256').update(style).digest('base64');
const policyWithin = (ancestors: "'none'" | '*'): string =>
  [
    ...["default-src 'none'", `style-src 'sha256-${styleHash}'`, 'img-src data:', "form-action 'self'"],
    ...["base-uri 'none'", `frame-ancestors ${ancestors}`],
  ].join('; ');
const [contentSecurityPolicy, policyOfEmbeds] = [policyWithin("'none'"), policyWithin('*')];

/** Whatever stands in an address that is nothing of ours is as if it were not there. */
const Query = z.object({
  q: z.string().max(200).catch(''),
  trang: z.coerce.number().int().min(1).max(100_000).catch(1),
  loc: z
    .enum([...targetStates, ...taskStates])
    .optional()
    .catch(undefined),
});
const Uuid = z.uuid();
const FindingId = z.string().min(1).max(40);
const AgencyId = z.string().min(1).max(200);

type Asked = { portal: service.Portal; setting: Setting; query: z.infer<typeof Query>; params: Record<string, string> };

const text = (value: string | undefined, schema: z.ZodType<string>): string => {
  const read = schema.safeParse(value);
  // PostgreSQL keeps no text with this character in it.
  if (!read.success || read.data.includes('\0')) throw new Refusal('notFound');
  return read.data;
};

const { getPublicOverview, getPublicRecord } = service;

const recordAsked = ({ portal, params }: Asked) => getPublicRecord(portal, text(params.id, Uuid));
const targetAsked = ({ portal, params }: Asked) =>
  service.getPublicTarget(portal, text(params.id, Uuid), text(params.finding, FindingId));

type Pages = Record<string, (asked: Asked) => Promise<string>>;

/** What may stand in pages of others. There is nothing in it to press, so nobody can be led to press it there. */
const embeds: Pages = {
  '/nhung/van-ban/:id': async (asked) => documentEmbed(asked.setting, await recordAsked(asked), asked.portal.day),
  '/nhung/van-ban/:id/chi-tieu/:finding': async (asked) =>
    targetEmbed(asked.setting, await targetAsked(asked), asked.portal.day),
};

/** Every page by its address within the portal; the same in both languages. */
const pages: Pages = {
  '': async ({ portal, setting }) => frontPage(setting, await getPublicOverview(portal)),
  '/van-ban': async ({ portal, setting, query }) => documentsPage(setting, await getPublicOverview(portal), query),
  '/chi-tieu': ({ portal, setting, query }) => everything('target', portal, setting, query),
  '/nhiem-vu': ({ portal, setting, query }) => everything('task', portal, setting, query),
  '/don-vi': async ({ portal, setting, query }) => agenciesPage(setting, await getPublicOverview(portal), query),
  '/don-vi/:agencyId': async ({ portal, setting, query, params }) => {
    const { documents, ...agency } = await service.getAgencyWork(portal, text(params.agencyId, AgencyId));
    const agencies = new Map([[agency.id, agency.name]]);
    const all = documents.flatMap((one) => listedOf({ ...one, agencies }));
    return agencyPage(setting, { ...agency, all, today: portal.day }, query);
  },
  '/van-ban/:id': async (asked) => documentPage(asked.setting, await recordAsked(asked), asked.query, asked.portal.day),
  '/van-ban/:id/chi-tieu/:finding': async (asked) =>
    targetPage(asked.setting, await targetAsked(asked), asked.portal.day),
  '/van-ban/:id/nhiem-vu/:finding': async ({ portal, setting, params }) => {
    const { record, task } = await service.getPublicTask(
      portal,
      text(params.id, Uuid),
      text(params.finding, FindingId),
    );
    return taskPage(setting, record, task, portal.day);
  },
  '/tim': async ({ portal, setting, query: { q, trang } }) => {
    const hits = await service.searchPublic(portal, q);
    return searchPage(setting, { typed: q, hits, most: service.mostFound, trang, today: portal.day });
  },
  '/gioi-thieu': async ({ setting }) => aboutPage(setting),
};

async function everything(
  kind: 'target' | 'task',
  portal: service.Portal,
  setting: Setting,
  query: z.infer<typeof Query>,
): Promise<string> {
  const { total } = await getPublicOverview(portal);
  const all = [];
  for await (const record of service.eachRecord(portal))
    all.push(...listedOf(record).filter((one) => one.kind === kind));
  return everythingPage(setting, { kind, all, total, today: portal.day }, query);
}

const languageOf = ({ url }: { url: string }): Language =>
  url === pageAddress('en', '') || url.startsWith(`${pageAddress('en', '')}/`) ? 'en' : 'vi';

export async function portalRoutes(server: FastifyInstance, app: App): Promise<void> {
  await server.register((own, _, done) => {
    // Pages for people: the interface for programs does not tell of them.
    own.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    own.addHook('onRequest', async (_, reply) => {
      reply.header('content-security-policy', contentSecurityPolicy);
    });
    own.setErrorHandler((error, request, reply) => {
      const code = error instanceof Refusal ? error.code : undefined;
      logFailure(request, error);
      if (code === 'tooManyRequests') return answerFault(app, request, reply.status(429), 'tooMany');
      if (code === 'databaseAway') {
        // The page comes again by itself, without a script.
        reply.header('retry-after', 5).header('refresh', 10);
        return answerFault(app, request, reply.status(503), 'away');
      }
      if (code !== undefined) return answerFault(app, request, reply.status(404), 'missingPage');
      return answerFault(app, request, reply.status(500), 'broken');
    });
    pageRoutes(own, app, pages);
    pageRoutes(own, app, embeds, (reply) =>
      reply
        .removeHeader('x-frame-options')
        .headers({ 'content-security-policy': policyOfEmbeds, 'cross-origin-resource-policy': 'cross-origin' }),
    );
    feedRoutes(own, app);
    openDataRoutes(own, app, limitedTo(filesAMinute, 'files'));
    own.get(`${portalRoot}/*`, { config: limitedTo(pagesAMinute, 'pages') }, ({ url }, reply) => {
      const [path = '', query] = url.split('?');
      // Typed with a stroke at its end.
      if (/[^/]\/$/.test(path))
        return reply.redirect(path.slice(0, -1) + (query === undefined ? '' : `?${query}`), 301);
      throw new Refusal('notFound');
    });
    done();
  });
}

/** @param open changes the rules of a page that is there; what is not there keeps those of all */
function pageRoutes(own: FastifyInstance, app: App, made: Pages, open?: (reply: FastifyReply) => unknown): void {
  for (const language of ['vi', 'en'] as const)
    for (const [path, make] of Object.entries(made))
      own.get(
        pageAddress(language, '') + path,
        { config: limitedTo(pagesAMinute, 'pages') },
        async (request, reply) => {
          const setting = settingOf(language, siteOf(app, request));
          const params = request.params as Record<string, string>;
          const asked = { portal: service.portalOf(app), setting, query: Query.parse(request.query), params };
          const page = await make(asked);
          open?.(reply);
          return sendText(reply, 'text/html', page);
        },
      );
}

function feedRoutes(own: FastifyInstance, app: App): void {
  const config = limitedTo(pagesAMinute, 'pages');
  for (const language of ['vi', 'en'] as const)
    own.get(`${pageAddress(language, '')}/tin.atom`, { config }, async (request, reply) => {
      const { news, day } = await getPublicOverview(service.portalOf(app));
      const setting = settingOf(language, siteOf(app, request));
      return sendText(reply, 'application/atom+xml', atomFeed(setting, news, day));
    });
  const map = async (request: FastifyRequest, reply: FastifyReply) =>
    sendText(reply, 'application/xml', await mapOf(service.portalOf(app), siteOf(app, request)));
  own.get(`${portalRoot}/sitemap.xml`, { config }, map);
  own.get('/sitemap.xml', { config }, map);
  own.get('/robots.txt', { config }, async (request, reply) =>
    sendText(reply, 'text/plain', robots(siteOf(app, request))),
  );
}

async function mapOf(portal: service.Portal, site: string): Promise<string> {
  const fixed = (['', '/van-ban', '/chi-tieu', '/nhiem-vu', '/don-vi', '/du-lieu', '/gioi-thieu'] as const).map(
    (path) => ({ path, changed: portal.day }),
  );
  const found: Parameters<typeof sitemap>[1][number][] = [...fixed];
  for await (const { document, targets, tasks } of service.eachRecord(portal)) {
    const changed = changedOf(document);
    found.push({ path: ofDocument(document.id), changed });
    for (const { id, reportedOn } of targets)
      found.push({
        path: ofTarget(document.id, id),
        changed: [changed, reportedOn ?? ''].toSorted().at(-1) ?? changed,
      });
    for (const { id } of tasks) found.push({ path: ofTask(document.id, id), changed });
    if (found.length >= mostMapped) break;
  }
  return sitemap(site, found);
}

const answerFault = (app: App, request: FastifyRequest, reply: FastifyReply, fault: PortalFault): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      faultPage(
        settingOf(languageOf(request), siteOf(app, request)),
        fault,
        fault === 'broken' || fault === 'away' ? request.id : undefined,
      ),
    );

/** Under the portal's own host name there is nothing but the portal. */
export function onOwnHost(portalAddress: string): (request: IncomingMessage) => string {
  const { host } = new URL(portalAddress);
  return ({ url = '/', headers }) => {
    if (headers.host?.toLowerCase() !== host.toLowerCase()) return url;
    const [path = '/'] = url.split('?');
    if (path === '/') return portalRoot + url.slice(1);
    const isOurs =
      path === portalRoot || path.startsWith(`${portalRoot}/`) || path === '/robots.txt' || path === '/sitemap.xml';
    return isOurs ? url : `${portalRoot}/khong-co`;
  };
}
