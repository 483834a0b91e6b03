import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines } from '../../test/engines.ts';
import { storeAgencies } from '../../test/registers.ts';
import { Client, officerAccount, type RunningServer, runServer } from '../../test/running-server.ts';
import { runProgram } from '../files/program.ts';
import { openLog } from '../outside/log.ts';
import { askOutside } from '../outside/outgoing.ts';
import { openTraces, type Traces } from '../outside/traces.ts';
import { enqueue } from '../store/outbox.ts';
import { buildServer, closeServer } from './server.ts';

type Value = { stringValue?: string; intValue?: number };
type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Value }[];
  status: { code?: number };
};
type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe.each(engines.slice(0, 1))('traces, on $name', (engine) => {
  let running: RunningServer;
  let behindProxy: FastifyInstance;
  let officer: Client;
  let traces: Traces;
  let sent: Sent[] = [];
  let heard: string | undefined;
  const collector = createServer(async (request, answer) => {
    sent.push((await json(request)) as Sent);
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const elsewhere = createServer((request, answer) => {
    heard = request.headers.traceparent as string | undefined;
    answer.writeHead(204).end();
  });
  let elsewhereUrl: string;
  let collectorUrl: string;
  const logged: string[] = [];
  const log = openLog({ write: (line) => void logged.push(line) });

  beforeAll(async () => {
    running = await runServer(engine);
    await storeAgencies(running.database.db, { 'so-y-te': 'Sở Y tế' });
    [collectorUrl, elsewhereUrl] = [await listening(collector), await listening(elsewhere)];
    behindProxy = await buildServer(running.app, { pagesFolder: '/nonexistent', trustProxy: '127.0.0.1' });
    officer = new Client(await behindProxy.listen({ host: '127.0.0.1', port: 0 }));
    officer.cookie = running.officer.cookie;
  });
  beforeEach(async () => {
    sent = [];
    traces = await openTraces(collectorUrl, log);
  });
  afterEach(() => traces.close());
  afterAll(async () => {
    await closeServer(behindProxy);
    await running.stop();
    for (const server of [collector, elsewhere]) server.close().closeAllConnections();
  });

  /** All that was sent, after what waits has been sent. */
  async function spans(): Promise<Span[]> {
    await traces.close();
    return sent.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((one) => one.spans)),
    );
  }
  const attribute = ({ attributes }: Span, name: string) => {
    const value = attributes.find(({ key }) => key === name)?.value;
    return value?.stringValue ?? value?.intValue;
  };
  const below = (all: Span[], parent: Span | undefined) =>
    all.filter(({ parentSpanId, traceId }) => parentSpanId === parent?.spanId && traceId === parent?.traceId);
  const [traceId, proxySpan] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
  const traceparent = `00-${traceId}-${proxySpan}-01`;

  /** Renames an agency: whoever asks is found, the change is stored and recorded. */
  async function rename(client: Client, reason: string): Promise<Response> {
    const { agency } = await client.get<{ agency: { version: number } }>('/api/agencies/so-y-te?asOf=2026-01-02');
    const names = [{ kind: 'official', name: 'Sở Y tế tỉnh', validFrom: null, validUntil: null }];
    return client.fetch('/api/agencies/so-y-te', {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent },
      body: JSON.stringify({
        ...{ version: agency.version, reason },
        fields: {
          ...{ kind: 'department', symbol: 'SYT', exchangeCode: null, contact: null },
          ...{ validFrom: null, validUntil: null, names },
        },
      }),
    });
  }

  it('show a request that wrote, what it asked of the database, and what it was part of before it came, and nobody’s data', async () => {
    const response = await rename(officer, 'Lý do rất riêng');
    expect(response.status).toBe(200);
    const all = await spans();
    const id = response.headers.get('x-request-id');
    const request = all.find((span) => attribute(span, 'tiendo.request.id') === id);
    expect(request).toMatchObject({ name: 'POST /api/agencies/:id', traceId, parentSpanId: proxySpan });
    expect(request && attribute(request, 'http.response.status_code')).toBe(200);
    const asked = below(all, request);
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(['select', 'begin', 'insert', 'commit']));
    const texts = asked.map((span) => attribute(span, 'db.query.text'));
    expect(texts.filter((text) => String(text).includes('insert into "action"'))).toHaveLength(1);
    const written = JSON.stringify(sent);
    const people = await running.database.db.selectFrom('app_user').select(['id', 'email']).execute();
    const personal = [...people.flatMap(({ id, email }) => [id, email]), officerAccount.name, 'Lý do rất riêng'];
    for (const word of [...personal, 'Sở Y tế', '2026-01-02', 'so-y-te', 'SYT']) expect(written).not.toContain(word);
  });

  it('take the word of nobody but a trusted proxy for what a request is part of', async () => {
    expect((await rename(running.officer, 'Lần nữa')).status).toBe(200);
    const all = await spans();
    expect(all.some(({ name }) => name === 'POST /api/agencies/:id')).toBe(true);
    expect(all.filter((span) => span.traceId === traceId || span.parentSpanId === proxySpan)).toEqual([]);
  });

  it('show a job, the program that it runs and the call that it makes, which goes on in the same trace over there', async () => {
    const outside = new URL(`${elsewhereUrl}/ai-do?bi-mat`);
    let done = false;
    await running.app.jobs.start({
      tell: async () => {
        await runProgram(process.execPath, ['-e', 'process.exit(3)'], { env: {}, seconds: 30 });
        const limits = { innerHosts: ['127.0.0.1'], timeoutMs: 10_000 };
        (await askOutside(outside, { method: 'POST', headers: {}, body: 'x' }, limits)).resume();
        done = true;
      },
    });
    await running.database.db.transaction().execute((trx) => enqueue(trx, [{ queue: 'tell', data: {} }]));
    await until('the job', async () => done || undefined);
    await running.app.jobs.close();
    const all = await spans();
    const job = all.find(({ name }) => name === 'job tell');
    const [program, call, ...others] = below(all, job).filter(({ name }) => !/^[a-z]+$/.test(name) || name === 'node');
    expect(others).toEqual([]);
    expect([program?.name, program?.status.code]).toEqual(['node', 2]);
    expect(call?.name).toBe(`POST ${outside.host}`);
    expect(call && attribute(call, 'http.response.status_code')).toBe(204);
    expect(heard).toBe(`00-${job?.traceId}-${call?.spanId}-01`);
    expect(JSON.stringify(sent)).not.toContain('bi-mat');
  });

  it('hold up no request where nobody takes them, and the log says so once', async () => {
    await traces.close();
    traces = await openTraces('http://127.0.0.1:9', log);
    const answers = await Promise.all(Array.from({ length: 20 }, () => officer.fetch('/api/agencies')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await traces.close();
    expect(logged.filter((line) => line.includes('traces are not taken'))).toHaveLength(1);
  });
});
