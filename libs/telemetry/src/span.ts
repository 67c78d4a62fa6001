import { context, SpanKind, SpanStatusCode, trace, TraceFlags, type Attributes } from '@opentelemetry/api';
import { continueTrace, currentTrace, parseTraceparent, runInTrace, type TracePosition } from './trace.ts';

export type SpanRole = 'server' | 'client' | 'producer' | 'consumer' | 'internal';
const kinds: Record<SpanRole, SpanKind> = {
  server: SpanKind.SERVER, client: SpanKind.CLIENT, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER, internal: SpanKind.INTERNAL,
};
// On the global object, because the preload and a bundled service each have a copy of this module.
const exporting = Symbol.for('unityplan.export-spans');
const shared = globalThis as { [exporting]?: () => Promise<void> };

/** Called once by the OpenTelemetry preload: from then on `withSpan` also records spans. `finish` sends those that were not sent yet. */
export function exportSpans(finish: () => Promise<void>): void {
  shared[exporting] = finish;
}

/** Sends what was recorded last, when a process has closed everything else. */
export async function finishSpans(): Promise<void> {
  await shared[exporting]?.();
}

/** Where a request begins: the recorded span of the HTTP server when spans are exported, else a step after the caller's header. */
export function requestTrace(traceparent: string | undefined, service: string): TracePosition {
  const span = shared[exporting] ? trace.getActiveSpan()?.spanContext() : undefined;
  if (span) return { traceId: span.traceId, spanId: span.spanId, sampled: (span.traceFlags & TraceFlags.SAMPLED) !== 0, service };
  return continueTrace(parseTraceparent(traceparent), service);
}

/**
 * Runs `fn` as one step of a trace, so that logs, messages and calls made in it carry the trace's id.
 * `parent` comes from a header; without it the current place continues. Costs an AsyncLocalStorage run when nothing is exported.
 */
export function withSpan<T>(
  name: string,
  options: { role?: SpanRole; parent?: TracePosition; service?: string; attributes?: Attributes },
  fn: () => T,
): T {
  const parent = options.parent ?? currentTrace();
  if (!shared[exporting]) return runInTrace(continueTrace(parent, options.service), fn);
  const from = parent
    ? trace.setSpanContext(context.active(), { traceId: parent.traceId, spanId: parent.spanId, traceFlags: parent.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE, isRemote: options.parent !== undefined })
    : context.active();
  const service = options.service ?? parent?.service;
  const attributes = { ...options.attributes, ...(service ? { 'up.service': service } : {}) };
  return trace.getTracer('unityplan').startActiveSpan(name, { kind: kinds[options.role ?? 'internal'], attributes }, from, (span) => {
    const { traceId, spanId, traceFlags } = span.spanContext();
    const at = { traceId, spanId, sampled: (traceFlags & TraceFlags.SAMPLED) !== 0, ...(service ? { service } : {}) };
    const fail = (error: unknown) => {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      span.end();
    };
    try {
      const result = runInTrace(at, fn);
      if (result instanceof Promise) {
        result.then(() => span.end(), fail);
      } else span.end();
      return result;
    } catch (error) {
      fail(error);
      throw error;
    }
  });
}
