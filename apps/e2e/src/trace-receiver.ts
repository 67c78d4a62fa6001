import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A recorded step of a trace, as far as journeys look at it. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly service?: string;
}

interface OtlpSpan extends Omit<Span, 'service'> {
  readonly attributes?: readonly { key: string; value: { stringValue?: string } }[];
}
interface OtlpBody {
  readonly resourceSpans: readonly { scopeSpans: readonly { spans: readonly OtlpSpan[] }[] }[];
}

/** Receives spans as OpenTelemetry sends them (OTLP over HTTP, JSON) and shows those of a trace at `GET /<trace id>`. */
export async function openTraceReceiver(): Promise<{ url: string; close(): void }> {
  const spans: Span[] = [];
  const server = createServer((request, reply) => {
    if (request.method === 'GET') return void reply.end(JSON.stringify(spans.filter((span) => span.traceId === request.url?.slice(1))));
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url === '/v1/traces') spans.push(...read(JSON.parse(Buffer.concat(parts).toString('utf8')) as OtlpBody));
      reply.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

function read(body: OtlpBody): Span[] {
  const all = body.resourceSpans.flatMap((resource) => resource.scopeSpans.flatMap((scope) => scope.spans));
  return all.map(({ traceId, spanId, parentSpanId, name, attributes }) => {
    const service = attributes?.find(({ key }) => key === 'up.service')?.value.stringValue;
    return { traceId, spanId, name, ...(parentSpanId ? { parentSpanId } : {}), ...(service ? { service } : {}) };
  });
}
