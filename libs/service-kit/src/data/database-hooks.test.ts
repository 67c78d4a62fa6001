import { createLogger, createMetrics } from '@unityplan/telemetry';
import { expect, it } from 'vitest';
import { databaseHooks } from './database-hooks.ts';

it('counts waits and refusals, and logs what failed after a commit', async () => {
  const lines: string[] = [];
  const registry = createMetrics('forum');
  const { metrics, onCallbackError } = databaseHooks(registry, createLogger({ service: 'forum', destination: { write: (line: string) => void lines.push(line) } }));
  metrics?.acquired?.(30);
  metrics?.failed?.('POOL_TIMEOUT');
  onCallbackError?.(new Error('the wake-up'));
  const told = await registry.registry.metrics();
  expect(told).toContain('database_wait_seconds_bucket{le="0.05",service="forum"} 1');
  expect(told).toContain('database_refusals_total{code="POOL_TIMEOUT",service="forum"} 1');
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', msg: 'what follows a commit failed', err: { message: 'the wake-up' } });
});
