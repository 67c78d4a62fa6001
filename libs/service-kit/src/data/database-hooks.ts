import type { Logger, Metrics } from '@unityplan/telemetry';
import type { TerritoryDbConfig } from '@unityplan/territory';

/** What a service tells of its database: how long its requests wait for a connection, which get none, and what failed after a commit. */
export function databaseHooks(metrics: Metrics, log: Logger): Pick<TerritoryDbConfig, 'metrics' | 'onCallbackError'> {
  const waits = metrics.seconds('database_wait_seconds', 'Time to get a connection');
  const refusals = metrics.counter('database_refusals_total', 'Requests that got no connection', ['code']);
  return {
    metrics: { acquired: (waitedMs) => waits.observe(waitedMs / 1000), failed: (code) => refusals.inc({ code }) },
    onCallbackError: (error) => log.error({ err: error }, 'what follows a commit failed'),
  };
}
