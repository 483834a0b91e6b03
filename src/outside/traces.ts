import { setTimeout } from 'node:timers/promises';
import type { Context, SpanContext } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from './log.ts';
import { followObserved } from './spans.ts';

/** A collector that does not answer takes no more than this from a server that stops. */
const patience = 2_000;

export type Traces = { close: () => Promise<void> };

/**
 * From now on what the program tells of itself (values/observed.ts) goes to a collector as spans of OpenTelemetry, in batches and beside the
 * work; where nobody takes them they are thrown away.
 * @param endpoint what stands before `/v1/traces`
 */
export async function openTraces(endpoint: string, log: Pick<Log, 'warn'>): Promise<Traces> {
  // Only who asks for it pays for loading it.
  const [api, sdk, { OTLPTraceExporter }, { defaultResource, resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = telling(new OTLPTraceExporter({ url, timeoutMillis: patience }), log);
  const provider = new sdk.TracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME || 'tiendo' }),
    ),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, exportTimeoutMillis: patience })],
  });
  const tracer = provider.getTracer('tiendo');
  const within = (parent: SpanContext | undefined): Context =>
    parent ? api.trace.setSpanContext(api.ROOT_CONTEXT, parent) : api.ROOT_CONTEXT;
  const stop = followObserved(
    {
      begin: (name, { parent, ...how }) => tracer.startSpan(name, how, within(parent)),
      fail: (span) => void span.setStatus({ code: api.SpanStatusCode.ERROR }),
    },
    api.SpanKind,
  );
  return {
    close: async () => {
      stop();
      // What did not leave in time is lost, and was said to be.
      await Promise.race([provider.shutdown().catch(() => undefined), setTimeout(patience, undefined, { ref: false })]);
    },
  };
}

/** Says once that nobody takes the spans, and once that they are taken again. */
function telling(exporter: SpanExporter, log: Pick<Log, 'warn'>): SpanExporter {
  let taken = true;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const now = result.code === 0;
        if (now !== taken) log.warn({ err: result.error }, now ? 'traces are taken again' : 'traces are not taken');
        taken = now;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
}
