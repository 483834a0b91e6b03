import { setTimeout as after } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import * as endpoints from '../api/imports.ts';
import type { ImportRecord } from '../registry/import.ts';
import { startImport } from '../services/import-document.ts';
import { endImport, getImport, listImports } from '../services/imports.ts';
import { Refusal } from '../values/refusal.ts';
import type { Route } from './route.ts';
import { withUpload } from './upload.ts';

const statusOf = { done: 201, alreadyThere: 200, running: 202 };

/** @param patience milliseconds after the last byte in which an upload's answer waits for the import's end */
export function importRoutes(route: Route, patience: number): void {
  route(endpoints.startImport, async ({ app, user, request, reply }) => {
    const record = await withUpload({ request, app, user }, app.maxFileBytes, async ({ file, received }) => {
      const { id, ended } = await startImport(app, user, file);
      // Where the answer does not wait for it, nobody else hears of a defect.
      ended.catch((error: unknown) => request.log.error({ err: error, id }, 'import failed'));
      const waited = received().then(() => after(patience, undefined, { ref: false }));
      return Promise.race([ended, waited.then(() => getImport(app, user, id))]);
    });
    return answer(record, reply);
  });

  route(endpoints.listImports, async ({ app, user }) => ({ imports: await listImports(app, user) }));

  route(endpoints.endImport, async ({ app, user, params }) => {
    await endImport(app, user, params.id);
    return {};
  });
}

function answer(record: ImportRecord, reply: FastifyReply): ImportRecord {
  if (record.state === 'refused')
    throw new Refusal(record.refusal?.code ?? 'importInterrupted', record.refusal?.detail);
  reply.status(statusOf[record.state]);
  return record;
}
