import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openTraceReceiver } from './trace-receiver.ts';

/** Brings a pod up with `npm start`'s own runner on ports and state of its own, or uses a running one (E2E_PORT and E2E_STATE given). */
export default async function startPod(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_STATE']) return undefined;
  const root = resolve(import.meta.dirname, '../../..');
  const state = mkdtempSync(join(tmpdir(), 'unityplan-e2e-'));
  const port = process.env['E2E_PORT'] ?? '18080';
  process.env['E2E_PORT'] = port;
  process.env['E2E_STATE'] = state;
  const args = ['--conditions=@unityplan/source', join(root, 'tools/pod/src/start.ts'), '--state', state, '--port', port];
  const traces = await openTraceReceiver();
  process.env['E2E_TRACES'] = traces.url;
  const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: traces.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_METRICS_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' };
  const pod = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...tracing } });
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    const hear = (part: Buffer): void => {
      said.push(part.toString('utf8'));
      if (said.join('').includes('ready after')) ready();
    };
    pod.stdout.on('data', hear);
    pod.stderr.on('data', hear);
    pod.on('exit', () => failed(new Error(`The pod did not start:\n${said.join('')}`)));
  });
  return async () => {
    const gone = new Promise((done) => pod.once('exit', done));
    pod.kill('SIGTERM');
    await gone;
    traces.close();
    rmSync(state, { recursive: true, force: true });
  };
}
