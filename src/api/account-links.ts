import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const token = z.string().min(20).max(100);

/** The token is in the body: addresses stand in logs. */
export const lookAtLink = endpoint({
  method: 'POST',
  path: '/api/account-links/look',
  access: 'public',
  costly: true,
  summary: 'For whom a link of an invitation or of a forgotten password is',
  body: z.object({ token }),
  response: z.object({ kind: z.enum(['invitation', 'password']), name: z.string(), email: z.string() }),
});

export const useLink = endpoint({
  method: 'POST',
  path: '/api/account-links',
  access: 'public',
  costly: true,
  summary: 'Choose a password by such a link; it works once',
  body: z.object({ token, name: z.string().trim().min(2).max(120).nullable(), password: z.string().min(1).max(400) }),
  response: z.object({}),
});

export const askForPassword = endpoint({
  method: 'POST',
  path: '/api/password-links',
  access: 'public',
  costly: true,
  summary: 'Have a link sent for a forgotten password; the answer is the same whether there is such an account or not',
  body: z.object({ email: z.email().max(200) }),
  response: z.object({}),
});
