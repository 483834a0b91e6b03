import { z } from 'zod';
import { WebhookAttempt, WebhookDraft, WebhookRecord } from '../registry/webhook.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

export const listWebhooks = endpoint({
  method: 'GET',
  path: '/api/webhooks',
  access: 'changeSettings',
  summary: 'Addresses that are told what happens',
  response: z.object({ webhooks: z.array(WebhookRecord) }),
});

export const makeWebhook = endpoint({
  method: 'POST',
  path: '/api/webhooks',
  access: 'changeSettings',
  summary: 'Name an address to be told; gives the secret that its calls are signed with, this once',
  body: WebhookDraft,
  response: z.object({ id: z.uuid(), secret: z.string() }),
});

export const changeWebhook = endpoint({
  method: 'POST',
  path: '/api/webhooks/:id',
  access: 'changeSettings',
  summary: 'Change an address or what it is told',
  params: Id,
  body: WebhookDraft.extend({ version: z.int() }),
  response: z.object({}),
});

export const removeWebhook = endpoint({
  method: 'DELETE',
  path: '/api/webhooks/:id',
  access: 'changeSettings',
  summary: 'Tell an address no more',
  params: Id,
  query: z.object({ version: z.coerce.number().int() }),
  response: z.object({}),
});

export const listAttempts = endpoint({
  method: 'GET',
  path: '/api/webhooks/:id/attempts',
  access: 'changeSettings',
  summary: 'The last calls of an address and what came of them',
  params: Id,
  response: z.object({ attempts: z.array(WebhookAttempt) }),
});

export const repeatWebhook = endpoint({
  method: 'POST',
  path: '/api/webhooks/:id/attempts/:attempt/again',
  access: 'changeSettings',
  summary: 'Send a call again as it was, under the same id',
  params: Id.extend({ attempt: z.coerce.number().int().min(1) }),
  response: z.object({}),
});

export const tryWebhook = endpoint({
  method: 'POST',
  path: '/api/webhooks/:id/trial',
  access: 'changeSettings',
  summary: 'Call an address once to try it',
  params: Id,
  response: z.object({}),
});
