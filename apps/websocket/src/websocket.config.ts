import { parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

const ms = z.coerce.number().int().min(1);
const count = z.coerce.number().int().min(1);

export const websocketConfig = podConfig.extend({
  /** Life of a ticket. */
  ticketMs: ms.default(30_000),
  /** A connection that has not said hello by then is closed. */
  helloMs: ms.default(5_000),
  /** Ping in both directions; a half-open connection is found after two. */
  heartbeatMs: ms.default(10_000),
  /** The net under wake-ups: how often open streams are compared with PostgreSQL. */
  sweepMs: ms.default(5_000),
  maxConnections: count.default(15_000),
  maxSubscriptions: count.default(100),
  /** Messages a client may send in a row, and per second for long. */
  messageBurst: count.default(150),
  messagesPerSecond: count.default(20),
  /** What may wait for a slow client before it is closed (and resumes later). */
  maxBufferBytes: count.default(256 * 1024),
  /** How often it is looked at again who may follow what stands behind a rule. */
  accessEveryMs: ms.default(800),
  /** How long a rule of the forum counts that was not heard to have changed. */
  placesFreshMs: ms.default(5_000),
  /** How long a client that catches up may take for what was sent so far. */
  slowMs: ms.default(10_000),
  /** On stop, clients come back spread over this time. */
  drainSpreadMs: ms.default(5_000),
  keepDays: count.default(7),
  cleanupEveryMs: ms.default(3_600_000),
});
export type WebsocketConfig = z.infer<typeof websocketConfig>;

/** Reads the service's environment. */
export function readWebsocketConfig(env: Readonly<Record<string, string | undefined>> = process.env): { config: WebsocketConfig; port: number } {
  const raw = {
    ...readPodConfig(env),
    heartbeatMs: env['HEARTBEAT_MS'], maxConnections: env['MAX_CONNECTIONS'], maxSubscriptions: env['MAX_SUBSCRIPTIONS'],
    maxBufferBytes: env['MAX_BUFFER_BYTES'], drainSpreadMs: env['DRAIN_SPREAD_MS'], keepDays: env['STREAM_KEEP_DAYS'],
  };
  const config = parseConfig(websocketConfig, raw, { heartbeatMs: 'HEARTBEAT_MS', maxConnections: 'MAX_CONNECTIONS', maxSubscriptions: 'MAX_SUBSCRIPTIONS', maxBufferBytes: 'MAX_BUFFER_BYTES', drainSpreadMs: 'DRAIN_SPREAD_MS', keepDays: 'STREAM_KEEP_DAYS' });
  return { config, port: portFromEnv(env, 'websocket') };
}
