import { join } from 'node:path';
import { FILES_LOCAL_DOMAIN, namesOf } from '@unityplan/territory/names';
import { servicePorts, type ServiceName } from '@unityplan/service-kit/ports';
import type { PodPlan } from './pods.ts';
import type { PodSecrets } from './secrets.ts';

/** Folders that the runner keeps for a pod. */
export interface PodFolders {
  readonly root: string;
  readonly stateDir: string;
}

/** Addresses that the runner has found or made. */
export interface PodAddresses {
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
  /** Of the database roles; undefined for what is usual. */
  readonly rolePrefix: string | undefined;
  readonly redisUrl: string;
  readonly smtpUrl: string;
  readonly mailboxUrl: string;
}

/** All services; the door last, as it is opened last. */
export const serviceNames: readonly ServiceName[] = [...(Object.keys(servicePorts) as ServiceName[]).filter((name) => name !== 'api-gateway'), 'api-gateway'];

/** Port of a service when the web address is on `port`: all move together, so that two pods fit on one machine. */
export function portOf(service: ServiceName, port: number): number {
  return servicePorts[service] + (port - servicePorts['api-gateway']);
}

/** The least and the greatest web port with which every service has a port. */
export const webPorts = {
  least: 1 - Math.min(...serviceNames.map((name) => portOf(name, 0))),
  greatest: 65_535 - Math.max(...serviceNames.map((name) => portOf(name, 0))),
};

/** What a service of the pod must not take over from the terminal: it belongs to other set-ups. */
const foreign = /^(POSTGRES_DB_.*|ROLE_PREFIX|.*_FILE|npm_.*|NODE_ENV|WITHOUT)$/;

/** Starts OpenTelemetry before anything else is loaded; only when there is someone to send spans to. */
const tracing = `--conditions=@unityplan/source --import ${join(import.meta.dirname, '..', '..', '..', 'libs', 'telemetry', 'src', 'otel.ts')}`;

/** The terminal's environment without what would bend the pod's own. */
export function inheritedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name) || name === 'CLOCK_FILE'));
  return env['OTEL_EXPORTER_OTLP_ENDPOINT'] ? { ...own, NODE_OPTIONS: `${env['NODE_OPTIONS'] ?? ''} ${tracing}`.trim() } : own;
}

/** What a pod has found out about its data: the territories it has, and the databases of those that have one of their own. */
export interface PodData {
  readonly territories: readonly string[];
  readonly ownDatabases: Readonly<Record<string, string>>;
}

/** The environment of every service of a development pod. */
export function podEnvironment({ root, stateDir }: PodFolders, pod: PodPlan, data: PodData, port: number, addresses: PodAddresses, secrets: PodSecrets): Record<string, string> {
  const ports = serviceNames;
  const upper = (service: string) => service.toUpperCase().replaceAll('-', '_');
  return {
    ENVIRONMENT: 'development',
    // Some shells export a HOST of their own.
    HOST: '127.0.0.1',
    POD_ID: pod.id,
    TERRITORIES: data.territories.join(','),
    DATABASE_URL: addresses.databaseUrl,
    ...Object.fromEntries(Object.entries(data.ownDatabases).map(([id, database]) => [`POSTGRES_DB_${namesOf(id).envSuffix}`, database])),
    ...(addresses.rolePrefix ? { ROLE_PREFIX: addresses.rolePrefix } : {}),
    NATS_URL: addresses.natsUrl,
    NATS_USER: addresses.natsUser,
    NATS_PASSWORD: addresses.natsPassword,
    REDIS_URL: addresses.redisUrl,
    SMTP_URL: addresses.smtpUrl,
    MAIL_FROM: 'UnityPlan <no-reply@unityplan.localhost>',
    MAILBOX_URL: addresses.mailboxUrl,
    POD_SECRET: secrets.podSecret,
    KEY_ENCRYPTION_KEY: secrets.keyEncryptionKey,
    PUBLIC_URL: `http://{slug}.localhost:${port}`,
    PUBLIC_FILES_URL: `http://{slug}.${FILES_LOCAL_DOMAIN}:${port}`,
    BLOCKSTORE_DIR: join(stateDir, 'blockstore'),
    FRONTEND_DIR: join(root, 'apps', 'frontend', 'dist'),
    COURSES_DIR: join(root, 'apps', 'course', 'content'),
    OPENAPI_FILE: join(root, 'docs', 'generated', 'openapi.json'),
    // One person at one machine is many tabs and tests at once; production keeps the defaults.
    LIMIT_ANONYMOUS_PER_MINUTE: '1000',
    LIMIT_MAILS_PER_HOUR: '1000',
    ...Object.fromEntries(ports.map((service) => [`${upper(service)}_PORT`, String(portOf(service, port))])),
    ...Object.fromEntries(ports.map((service) => [`${upper(service)}_URL`, `http://127.0.0.1:${portOf(service, port)}`])),
  };
}
