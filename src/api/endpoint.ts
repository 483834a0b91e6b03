import type { z } from 'zod';
import type { Access } from '../registry/may.ts';

export type Endpoint = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Fastify's form: /api/documents/:id */
  path: `/api/${string}`;
  /** Who may call: a route without an answer to this does not exist. */
  access: Access;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Absent where the answer is a file. */
  response?: z.ZodType;
};

export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
