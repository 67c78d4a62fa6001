import { isIP } from 'node:net';
import { allRoutes } from '@unityplan/contracts';
import { parseConfig, podConfig, portFromEnv, readPodConfig, servicePorts, type ServiceName } from '@unityplan/service-kit';
import { z } from 'zod';

const range = z.string().refine((text) => isIP(text.split('/')[0]!) !== 0 && !/\/(?!\d{1,3}$)/.test(text), 'use an address or a range such as 10.0.0.0/8');
const count = z.coerce.number().int().min(1);

export const apiGatewayConfig = podConfig.extend({
  /** Owner of routes → base URL of the service that answers them. */
  upstreams: z.record(z.string(), z.url()),
  /** The built frontend; without it only the API answers. */
  frontendDir: z.string().optional(),
  /** The merged OpenAPI document. */
  openapiFile: z.string().optional(),
  /** In development: where the runner's SMTP sink shows what was mailed. */
  mailboxUrl: z.url().optional(),
  /** Addresses whose X-Forwarded-For counts. */
  trustedProxies: z.array(range).default([]),
  limits: z
    .object({
      enabled: z.boolean().default(true),
      anonymousPerMinute: count.default(100),
      memberPerMinute: count.default(600),
      mailsPerHour: count.default(10),
      socketsPerMinute: count.default(300),
      filesPerMinute: count.default(3000),
    })
    .prefault({}),
  /** Longest wait for the first byte of a service's answer, and between two of them. */
  deadlineMs: z.coerce.number().int().min(10).default(15_000),
  /** How long a caller may take for what was written to it, before it is cut off. */
  readerMs: z.coerce.number().int().min(10).default(60_000),
  connections: z
    .object({
      /** How long the head of a request may take, and a whole request. */
      headMs: count.default(10_000),
      requestMs: count.default(180_000),
      headers: count.default(100),
      perAddress: count.default(2_000),
      most: count.default(50_000),
    })
    .prefault({}),
  /** Bodies on their way in: how long a caller may be silent, and how long one may take in any case. */
  bodies: z.object({ room: count.default(128 * 1024 * 1024), silenceMs: count.default(10_000), leastMs: count.default(20_000), bytesPerSecond: count.default(4_096) }).prefault({}),
  overload: z
    .object({
      /** Calls that one service works on at a time. */
      atOnce: count.default(64),
      /** Calls that wait for one service, and how long before they are refused. */
      waiting: count.default(256),
      waitMs: z.coerce.number().int().min(1).default(500),
    })
    .prefault({}),
  /** On stop: how long to go on serving while load balancers look away. */
  drainMs: z.coerce.number().int().min(0).default(0),
  /** How often the list of revoked sessions is asked for again, in case a broadcast was lost. */
  revocationsEveryMs: z.coerce.number().int().min(50).default(60_000),
});
export type ApiGatewayConfig = z.infer<typeof apiGatewayConfig>;

const owners = [...new Set(allRoutes.map((route) => route.owner as ServiceName))];
type Env = Readonly<Record<string, string | undefined>>;
const list = (text: string | undefined): string[] | undefined => text?.split(',').map((part) => part.trim()).filter(Boolean);

/** Reads the gateway's environment; faults are reported together. */
export function readApiGatewayConfig(env: Env = process.env): { config: ApiGatewayConfig; port: number } {
  const raw = {
    ...readPodConfig(env),
    upstreams: Object.fromEntries(owners.map((owner) => [owner, env[`${owner.toUpperCase().replaceAll('-', '_')}_URL`] ?? `http://127.0.0.1:${servicePorts[owner]}`])),
    frontendDir: env['FRONTEND_DIR'],
    openapiFile: env['OPENAPI_FILE'],
    mailboxUrl: env['MAILBOX_URL'],
    trustedProxies: list(env['TRUSTED_PROXIES']),
    limits: {
      enabled: env['RATE_LIMITS'] === undefined ? undefined : env['RATE_LIMITS'] !== 'off',
      anonymousPerMinute: env['LIMIT_ANONYMOUS_PER_MINUTE'],
      memberPerMinute: env['LIMIT_MEMBER_PER_MINUTE'],
      mailsPerHour: env['LIMIT_MAILS_PER_HOUR'],
      socketsPerMinute: env['LIMIT_SOCKETS_PER_MINUTE'],
      filesPerMinute: env['LIMIT_FILES_PER_MINUTE'],
    },
    deadlineMs: env['DEADLINE_MS'],
    readerMs: env['READER_MS'],
    connections: { perAddress: env['CONNECTIONS_PER_ADDRESS'], most: env['MAX_CONNECTIONS'] },
    overload: { atOnce: env['CALLS_AT_ONCE'], waiting: env['CALLS_WAITING'], waitMs: env['CALLS_WAIT_MS'] },
    drainMs: env['DRAIN_MS'],
  };
  const config = parseConfig(apiGatewayConfig, raw, { trustedProxies: 'TRUSTED_PROXIES', upstreams: '<SERVICE>_URL', limits: 'LIMIT_* or RATE_LIMITS', deadlineMs: 'DEADLINE_MS', readerMs: 'READER_MS', connections: 'CONNECTIONS_PER_ADDRESS or MAX_CONNECTIONS', overload: 'CALLS_AT_ONCE, CALLS_WAITING or CALLS_WAIT_MS', drainMs: 'DRAIN_MS' });
  return { config, port: portFromEnv(env, 'api-gateway') };
}
