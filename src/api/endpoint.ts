import type { z } from 'zod';
import type { Access } from '../registry/may.ts';

export type Endpoint = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** Fastify's form: /api/documents/:id */
  path: `/api/${string}`;
  /** Who may call: a route without an answer to this does not exist. */
  access: Access;
  summary: string;
  /** Reads or makes a file, asks others, or proves a password: how often somebody may is limited (src/http/route.ts). */
  costly?: true;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** What comes in place of a body of JSON: one file (src/http/upload.ts), or bytes as they are. */
  takes?: 'file' | 'bytes';
  /** Those that are asked for beside the usual ones, by their names in small letters. */
  headers?: z.ZodType;
  /** Where a body may be larger than a mebibyte. */
  bodyBytes?: number;
  /** Absent where the answer is a file; null where it is empty. */
  response?: z.ZodType;
  /** How a program asks, to be tried as it stands. */
  example?: Example;
};

/** "$ID" stands for what the reader puts there; `file`: one is uploaded. */
type Example = {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
  file?: boolean;
};

export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

/** Of what a file of this folder gives, the endpoints. */
export const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value;
