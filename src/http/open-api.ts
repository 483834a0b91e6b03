import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Endpoint } from '../api/endpoint.ts';
import { partType } from '../api/uploads.ts';
import { examplesOf } from './api-examples.ts';

/** Where programmers read and try the interface. */
const guidePath = '/lap-trinh';

const description = `The interface that the pages themselves use.

Sign in by a cookie, or send a key of your account as \`Authorization: Bearer td_…\` (Tài khoản → Khóa cho phần mềm khác). A key reads
what its person may read, and writes what its scope names. A key may ask 600 times a minute; who asks more often is answered 429 with
Retry-After. Days are \`yyyy-mm-dd\`, moments ISO 8601 in UTC. Long lists come page by page: give \`next\` of the answer back as \`after\`.
Answers to GET carry an ETag.

What changes something may carry an \`Idempotency-Key\`: sent again with the same key within a day it is carried out once and answered alike.
While the database is away everything is answered 503 with Retry-After.

An endpoint that takes a file takes it in a form (field "file", before it "order" where it says so), or, where it was sent before in parts that go on
where a line broke (\`/api/uploads\`, the protocol tus 1.0.0), as JSON: \`{"upload": id, "order": …}\`. Whoever sent it ends it afterwards.

The examples run as they stand where \`TIENDO\` is the address of an installation and \`KEY\` a key; those in TypeScript use the client that the
repository publishes (\`clients/typescript\`): \`const tiendo = new TiendoClient({ address, key })\`.`;

/** Two ways in; a key is how programs come. */
const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'A key of an account' },
  session: { type: 'apiKey', in: 'cookie', name: 'tiendo_session', description: 'Signed in through the pages' },
} as const;

/** "/api/duties/:id/steps" -> "duties" */
const roomOf = (path: string): string => path.split('/')[2] ?? '';

/** "GET /api/duties/:id/steps" -> "getDutiesIdSteps": stable, and a name in most languages. */
const operationIdOf = ({ method, path }: Endpoint): string =>
  method.toLowerCase() +
  path
    .replace(/^\/api/, '')
    .split(/[^a-zA-Z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const Problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'facts', 'message'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stays the same in every language' },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    message: { type: 'object', properties: { vi: { type: 'string' }, en: { type: 'string' } } },
    requestId: {
      type: 'string',
      description:
        'Where the server failed: what administrators find it by, as in the header X-Request-Id of every answer',
    },
    faults: {
      type: 'array',
      description: 'Of a list that was sent: what is wrong with which of it; `at` counts from 0',
      items: {
        type: 'object',
        required: ['at', 'field', 'value', 'code', 'detail'],
        properties: {
          at: { type: 'integer' },
          field: { type: 'string' },
          value: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
        },
      },
    },
  },
} as const;

const refused = (why: string) => ({ description: why, content: { 'application/problem+json': { schema: Problem } } });

function refusalsOf({ access, params }: Endpoint) {
  return {
    400: refused('What was sent is not as described here'),
    ...(access !== 'public' && { 401: refused('Not signed in, or the key is not valid'), 403: refused('Not allowed') }),
    ...(params && { 404: refused('Not there, or not to be seen by whoever asks') }),
    429: refused('Too often; Retry-After says when again'),
    '4XX': refused('Not possible as things stand; `code` says why'),
    '5XX': refused('The server failed, or lacks what this needs (503)'),
  };
}

const told = (endpoint: Endpoint) => ({
  tags: [roomOf(endpoint.path)],
  operationId: operationIdOf(endpoint),
  security: endpoint.access === 'public' ? [] : [{ key: [] }, { session: [] }],
  description: `For: ${endpoint.access}${examplesOf(endpoint)}`,
});

const Order = { description: 'What is to be done with the file, where the summary says so' } as const;

/** Bodies that are no JSON of an endpoint's own. */
const taken = {
  file: {
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: { order: { type: 'string', ...Order }, file: { type: 'string', format: 'binary' } },
        },
      },
      'application/json': {
        schema: {
          type: 'object',
          required: ['upload'],
          properties: {
            upload: { type: 'string', format: 'uuid', description: 'Sent before, and whole' },
            order: Order,
          },
        },
      },
    },
  },
  bytes: { content: { [partType]: { schema: { type: 'string', format: 'binary' } } } },
} as const;

/** Its media type stands in the answer: it follows the format that was asked for, or the file that was kept. */
const aFile = { 200: { description: 'A file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } };

const answersOf = ({ response }: FastifySchema, endpoint: Endpoint) => ({
  ...(response ?? aFile),
  ...refusalsOf(endpoint),
});

/** OpenAPI 3.1 made of the endpoints themselves, and a page to read and try it on. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tiến Độ', version: '0.1.0', description },
      components: { securitySchemes },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const endpoint = route.route.config?.endpoint;
      return {
        url,
        schema: endpoint
          ? {
              ...schema,
              ...told(endpoint),
              ...(endpoint.takes && { body: taken[endpoint.takes] }),
              response: answersOf(schema, endpoint),
            }
          : { ...schema, hide: true },
      };
    },
    transformObject: jsonSchemaTransformObject,
  });
  await server.register(swaggerUi, {
    routePrefix: guidePath,
    uiConfig: { docExpansion: 'none', deepLinking: true, layout: 'BaseLayout' },
    theme: { title: 'Tiến Độ: API' },
  });
}
