import { z } from 'zod';
import { RegimeFields, RegimeRecord, RegimeSummary } from '../registry/regime.ts';
import { endpoint } from './endpoint.ts';

export const listRegimes = endpoint({
  method: 'GET',
  path: '/api/regimes',
  access: 'seeReporting',
  summary: 'What is reported by whom to whom: all reporting regimes',
  response: z.object({ regimes: z.array(RegimeSummary) }),
});

export const getRegime = endpoint({
  method: 'GET',
  path: '/api/regimes/:id',
  access: 'seeReporting',
  summary: 'One reporting regime, with everything it states',
  params: z.object({ id: z.uuid() }),
  response: RegimeRecord,
});

export const addRegime = endpoint({
  method: 'POST',
  path: '/api/regimes',
  access: 'changeRegimes',
  summary: 'A new reporting regime',
  body: z.object({ fields: RegimeFields }),
  response: RegimeRecord,
});

export const changeRegime = endpoint({
  method: 'POST',
  path: '/api/regimes/:id',
  access: 'changeRegimes',
  summary: 'Change a reporting regime, from its next round on',
  params: z.object({ id: z.uuid() }),
  body: z.object({ fields: RegimeFields, version: z.int() }),
  response: RegimeRecord,
});
