import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ofDocument, ofTarget, ofTask, pageAddress, portalRoot } from '../portal/addresses.ts';
import { settingOf } from '../portal/frame.ts';
import { dataPage } from '../portal/plain-pages.ts';
import { en } from '../portal/words-en.ts';
import { vi } from '../portal/words-vi.ts';
import type { App } from '../services/app.ts';
import * as service from '../services/open-data.ts';
import { type Portal, portalOf } from '../services/portal.ts';
import { Refusal } from '../values/refusal.ts';
import { type Limit, sendText, siteOf } from './portal-answers.ts';

/** Open data: what the portal shows, as files. Their addresses have no language: what is in them has none either. */

/** Whole links would depend on who asked first: these are within the site. */
const addressOf: service.OpenSource['addressOf'] = (kind, documentId, id) =>
  pageAddress(
    'vi',
    kind === 'document' ? ofDocument(documentId) : (kind === 'target' ? ofTarget : ofTask)(documentId, id),
  );

const folder = `${portalRoot}/du-lieu`;

export function openDataRoutes(own: FastifyInstance, app: App, config: Limit): void {
  for (const language of ['vi', 'en'] as const)
    own.get(`${pageAddress(language, '')}/du-lieu`, { config }, async (request, reply) => {
      const setting = settingOf(language, siteOf(app, request));
      return sendText(reply, 'text/html', dataPage(setting, await service.offeredData(portalOf(app))));
    });
  own.get(`${folder}/dictionary.json`, { config }, async (_, reply) =>
    sendText(reply, 'application/json', service.dictionaryText()),
  );
  own.get(`${folder}/catalog.jsonld`, { config }, async (request, reply) => {
    const facts = { site: siteOf(app, request), root: portalRoot, title: { vi: vi.portal, en: en.portal } };
    return sendText(reply, 'application/ld+json', await service.catalogueText(portalOf(app), facts));
  });
  own.get(`${folder}/:name`, { config }, async (request: FastifyRequest<{ Params: { name: string } }>, reply) =>
    sendOpenFile(reply, await fileNamed(portalOf(app), request.params.name)),
  );
}

async function fileNamed(portal: Portal, name: string): Promise<service.OpenFile> {
  const year = /^nam-(\d{4})\.zip$/.exec(name)?.[1];
  if (year !== undefined) {
    if (!(await service.openYears(portal)).includes(Number(year))) throw new Refusal('notFound');
    return service.getYearBundle({ portal, addressOf }, Number(year));
  }
  const asked = service.readOpenName(name);
  if (!asked) throw new Refusal('notFound');
  return service.getOpenFile({ portal, addressOf }, asked.table, asked.format);
}

/** Programs of other sites may read it: it is everybody's. */
const sendOpenFile = (reply: FastifyReply, { name, mediaType, content }: service.OpenFile): FastifyReply =>
  reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'public, max-age=60')
    .send(content);
