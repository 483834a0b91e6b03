import { tracingChannel } from 'node:diagnostics_channel';
import { createServer, type ServerResponse } from 'node:http';
import type { Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../services/app.ts';
import { type Measures, readMeasures } from '../services/measures.ts';
import { type ObservedRequest, observed } from '../values/observed.ts';

/**
 * What Prometheus fetches, at an address of its own: a proxy before the application leads nobody there, so who may read it is who can reach
 * it. Addresses are told by their form and people not at all.
 */
export type MetricsServer = { address: string; close: () => Promise<void> };

/** In seconds: what feels immediate, what people wait for, what they give up on. */
const buckets = [0.025, 0.1, 0.25, 1, 5];

export async function serveMetrics(app: App, { host, port }: { host: string; port: number }): Promise<MetricsServer> {
  // Only who asks for it pays for loading it.
  const prometheus = await import('prom-client');
  const registry = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register: registry });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []): Gauge<L> =>
    new prometheus.Gauge({ name, help, labelNames, registers: [registry] });
  const answers: Histogram<keyof Labels> = new prometheus.Histogram({
    ...{ name: 'tiendo_http_request_duration_seconds', help: 'Answered requests, by form of the address', buckets },
    ...{ labelNames: ['method', 'route', 'status'], registers: [registry] },
  });
  const show = shownBy({
    up: gauge('tiendo_database_up', '1 where the database answers within three seconds'),
    connections: gauge('tiendo_database_connections', 'Connections of this server; waiting: who wants one', ['state']),
    jobs: gauge('tiendo_jobs', 'Jobs in each queue, of all servers; letters that wait are those of "mail"', [
      ...['queue', 'state'],
    ]),
    backup: gauge('tiendo_last_backup_timestamp_seconds', 'When the last backup was made; absent where none is known'),
  });
  const count = (message: unknown) => {
    const { method, route, status = 0, seconds = 0 } = message as ObservedRequest;
    answers.observe({ method, route, status }, seconds);
  };
  const { asyncEnd: answered } = tracingChannel(observed.request);
  answered.subscribe(count);
  const server = createServer(({ method, url }, answer) => {
    if (method !== 'GET' || url !== '/metrics') return void answer.writeHead(404).end();
    readMeasures(app)
      .then(show)
      .then(() => send(answer, registry))
      .catch((error: unknown) => {
        app.log.error({ err: error }, 'metrics');
        answer.writeHead(500).end();
      });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const bound = server.address();
  return {
    address: `http://${host}:${typeof bound === 'object' && bound ? bound.port : port}/metrics`,
    close: async () => {
      answered.unsubscribe(count);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Labels = { method: string; route: string; status: number };
type Shown = { up: Gauge; connections: Gauge<'state'>; jobs: Gauge; backup: Gauge };

const shownBy =
  ({ up, connections, jobs, backup }: Shown) =>
  ({ connections: counts, database }: Measures): void => {
    for (const [state, count] of Object.entries(counts)) connections.set({ state }, count);
    up.set(database ? 1 : 0);
    // What is not known now is not shown as it was.
    jobs.reset();
    backup.remove();
    for (const { name: queue, waiting, active, failed } of database?.queues ?? [])
      for (const [state, count] of Object.entries({ waiting, active, failed })) jobs.set({ queue, state }, count);
    if (database?.backupAt) backup.set(database.backupAt.getTime() / 1000);
  };

async function send(answer: ServerResponse, registry: Registry): Promise<void> {
  const text = await registry.metrics();
  answer.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
}
