import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, tracingChannel, unsubscribe } from 'node:diagnostics_channel';
import type { Attributes, Span, SpanContext, SpanKind } from '@opentelemetry/api';
import {
  type ObservedCall,
  type ObservedJob,
  type ObservedProgram,
  type ObservedRequest,
  type ObservedStatement,
  observed,
} from '../values/observed.ts';

type How = { kind: SpanKind; attributes: Attributes; parent?: SpanContext | undefined; startTime?: number };

export type Spans = { begin: (name: string, how: How) => Span; fail: (span: Span) => void };

/** In the course of which request, job or call something is done. */
type Around = AsyncLocalStorage<Span>;

/** Makes a span of whatever the program tells of itself, below that of the request, job or call in whose course it is done; gives what ends it. */
export function followObserved(spans: Spans, kinds: typeof SpanKind): () => void {
  const around: Around = new AsyncLocalStorage();
  const stops = [
    followRequests(spans, around, kinds),
    follow<ObservedJob>(observed.job, around, spans, ({ queue, id }) =>
      spans.begin(`job ${queue}`, { kind: kinds.CONSUMER, attributes: { 'tiendo.queue': queue, 'tiendo.job.id': id } }),
    ),
    followCalls(spans, around, kinds),
    followEnded<ObservedStatement>(observed.statement, around, spans, ({ text }) => ({
      name: /^\w+/.exec(text)?.[0]?.toLowerCase() ?? 'statement',
      kind: kinds.CLIENT,
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
    })),
    followEnded<ObservedProgram>(observed.program, around, spans, ({ program: name }) => ({
      ...{ name, kind: kinds.INTERNAL, attributes: { 'process.executable.name': name } },
    })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const followRequests = (spans: Spans, around: Around, kinds: typeof SpanKind) =>
  follow<ObservedRequest>(
    observed.request,
    around,
    spans,
    ({ method, route, id, traceparent }) =>
      spans.begin(`${method} ${route}`.trim(), {
        kind: kinds.SERVER,
        attributes: { 'http.request.method': method, 'http.route': route, 'tiendo.request.id': id },
        parent: readTraceparent(traceparent),
      }),
    (span, { status = 0 }) => {
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) spans.fail(span);
    },
  );

const followCalls = (spans: Spans, around: Around, kinds: typeof SpanKind) =>
  follow<ObservedCall>(
    observed.call,
    around,
    spans,
    ({ method, host, headers }) => {
      const attributes = { 'tiendo.call': method, 'server.address': host };
      const span = spans.begin(`${method} ${host}`, { kind: kinds.CLIENT, attributes, parent: parentIn(around) });
      headers.traceparent = writeTraceparent(span.spanContext());
      return span;
    },
    (span, { status }) => void (status !== undefined && span.setAttribute('http.response.status_code', status)),
  );

const parentIn = (around: Around): SpanContext | undefined => around.getStore()?.spanContext();

function follow<M extends object>(
  name: string,
  around: Around,
  { fail }: Spans,
  begin: (message: M) => Span,
  end?: (span: Span, message: M) => void,
): () => void {
  const known = new WeakMap<object, Span>();
  const spanOf = (message: M): Span => {
    const span = known.get(message) ?? begin(message);
    known.set(message, span);
    return span;
  };
  const { start, asyncStart, asyncEnd, error } = tracingChannel<Span, M>(name);
  const failed = (message: unknown) => fail(spanOf(message as M));
  const ended = (message: unknown) => {
    const span = spanOf(message as M);
    end?.(span, message as M);
    span.end();
  };
  start.bindStore(around, spanOf);
  asyncStart.bindStore(around, spanOf);
  error.subscribe(failed);
  asyncEnd.subscribe(ended);
  return () => {
    start.unbindStore(around);
    asyncStart.unbindStore(around);
    error.unsubscribe(failed);
    asyncEnd.unsubscribe(ended);
  };
}

/** What is done in the course of nothing is the program looking now and then whether there is anything to do: it is left out. */
function followEnded<M extends { begun: number; ms: number; failed: boolean }>(
  name: string,
  around: Around,
  { begin, fail }: Spans,
  sayOf: (message: M) => How & { name: string },
): () => void {
  const over = (message: unknown) => {
    const parent = parentIn(around);
    if (!parent) return;
    const { begun, ms, failed } = message as M;
    const { name: called, ...how } = sayOf(message as M);
    const span = begin(called, { ...how, parent, startTime: begun });
    if (failed) fail(span);
    span.end(begun + ms);
  };
  subscribe(name, over);
  return () => void unsubscribe(name, over);
}

/** W3C Trace Context, version 00. */
const form = /^00-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})$/;

function readTraceparent(text: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = form.exec(text ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

const writeTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
