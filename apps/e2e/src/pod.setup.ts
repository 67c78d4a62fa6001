import { runPod } from './run-pod.ts';
import { openTraceReceiver } from './trace-receiver.ts';

/** Brings the pod of all journeys up, or uses a running one (E2E_PORT and E2E_STATE given). */
export default async function startPod(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_STATE']) return undefined;
  const traces = await openTraceReceiver();
  const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: traces.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_METRICS_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' };
  const pod = await runPod({ port: Number(process.env['E2E_PORT'] ?? '18080'), env: tracing });
  process.env['E2E_PORT'] = String(pod.port);
  process.env['E2E_STATE'] = pod.state;
  process.env['E2E_TRACES'] = traces.url;
  return async () => {
    await pod.stop();
    traces.close();
  };
}
