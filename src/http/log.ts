import type { FastifyRequest } from 'fastify';

/**
 * What is written down when something fails. Addresses may hold keys and what people searched for, and PostgreSQL quotes the row that it
 * refuses: neither goes into a log.
 */

type Thrown = Error & { code?: unknown; table?: unknown; constraint?: unknown; routine?: unknown };

const bareError = ({ name, message, stack, code, table, constraint, routine }: Thrown) => ({
  ...{ type: name, message, stack: stack ?? '', code, table, constraint, routine },
});

export const logSettings = (stream: { write: (line: string) => void }) => ({
  level: 'error',
  stream,
  serializers: { err: bareError },
});

/** Which question failed, in the form "/api/deadlines/:key". */
export const askedOf = ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions.url ?? '' });
