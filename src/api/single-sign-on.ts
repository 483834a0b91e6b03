import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const params = z.object({ id: z.string().max(40) });

export const beginSso = endpoint({
  method: 'GET',
  path: '/api/sso/:id',
  access: 'public',
  costly: true,
  summary: 'Leads to a provider of single sign-on',
  params,
});

export const finishSso = endpoint({
  method: 'GET',
  path: '/api/sso/:id/callback',
  access: 'public',
  costly: true,
  summary: 'Where the provider leads back to: sets the session cookie, and leads to the first page',
  params,
});
