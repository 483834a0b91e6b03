import { z } from 'zod';
import { RegimeFile, RegimeFilePart, RoundFile } from '../registry/regime-file.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

export const listRegimeFiles = endpoint({
  method: 'GET',
  path: '/api/regimes/:id/files',
  access: 'seeReporting',
  summary: 'Forms and guides of a regime: those that count first, then those of before',
  params: Id,
  response: z.object({ files: z.array(RegimeFile) }),
});

/** The same file as the same part is stored once: sent twice, it is answered with what is there. */
export const addRegimeFile = endpoint({
  method: 'POST',
  path: '/api/regimes/:id/files',
  access: 'changeRegimes',
  costly: true,
  takes: 'file',
  summary: 'Add a form or a guide to a regime (multipart, field "file"), or put it in the place of another',
  params: Id,
  query: z.object({ part: RegimeFilePart, replaces: z.uuid().optional() }),
  response: RegimeFile,
});

export const takeAwayRegimeFile = endpoint({
  method: 'POST',
  path: '/api/regime-files/:id/end',
  access: 'changeRegimes',
  summary: 'A form or a guide counts no more; it stays among those of before',
  params: Id,
  response: z.object({}),
});

export const readRegimeFile = endpoint({
  method: 'GET',
  path: '/api/regime-files/:id/file',
  access: 'seeReporting',
  summary: 'A form or a guide as it was added',
  params: Id,
});

export const listRoundFiles = endpoint({
  method: 'GET',
  path: '/api/rounds/:id/files',
  access: 'seeReporting',
  summary:
    'Forms and guides for whoever reports in a round: those that count today, of a closed round those that counted then',
  params: Id,
  response: z.object({ files: z.array(RoundFile) }),
});
