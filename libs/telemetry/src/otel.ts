/**
 * Preload (`node --import @unityplan/telemetry/otel`): starts OpenTelemetry when OTEL_EXPORTER_OTLP_ENDPOINT is set, else does nothing.
 * HTTP and PostgreSQL are traced without the ESM loader hook, which would cost seconds of start and 100 MiB.
 */
import { exportSpans } from './span.ts';

if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) {
  const [{ NodeSDK }, { HttpInstrumentation }, { PgInstrumentation }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-pg'),
  ]);
  const sdk = new NodeSDK({
    serviceName: process.env['OTEL_SERVICE_NAME'] ?? 'unityplan',
    instrumentations: [new HttpInstrumentation(), new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false })],
  });
  sdk.start();
  exportSpans(() => sdk.shutdown().catch(() => undefined));
}
