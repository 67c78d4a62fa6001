import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { BASE_DOMAIN, domainOf, FILES_DOMAIN, fromEnv, parseTerritoryId, urlOf } from '@unityplan/territory';
import { servicePorts, type ServiceName } from './service-ports.ts';

export { fromEnv };

const territoryList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()).filter(Boolean).map((part) => parseTerritoryId(part) as string))
  .pipe(z.array(z.string()).min(1));

/** What every service of a pod is told. Passed in, never read from a global. */
export const podConfig = z.object({
  environment: z.enum(['development', 'test', 'production']).default('production'),
  podId: z.string().min(1),
  /** The territories this pod serves. */
  territories: territoryList.or(z.array(z.string()).min(1)),
  databaseUrl: z.string().min(1),
  /** Territories with a database of their own: id → URL or database name. */
  territoryDatabases: z.record(z.string(), z.string()).default({}),
  rolePrefix: z.string().optional(),
  /** All secrets of the pod derive from this one: database roles, gateway signature, links in mails. */
  podSecret: z.string().min(32, 'use at least 32 random characters'),
  /** 32 bytes in base64: the key that wraps the keys of personal data. */
  keyEncryptionKey: z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64'),
  natsUrl: z.string().min(1),
  natsUser: z.string().optional(),
  natsPassword: z.string().optional(),
  redisUrl: z.string().min(1),
  /** How people reach territories: `{slug}` is replaced. */
  publicUrl: z.string().default(`https://{slug}.${BASE_DOMAIN}`),
  /** Where files are served from, apart from the platform: another registrable domain. `{slug}` is replaced. */
  filesUrl: z.string().refine((url) => domainOf(url) !== undefined, 'must look like https://{slug}.example-files.org').default(`https://{slug}.${FILES_DOMAIN}`),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Most PostgreSQL connections this process may hold. */
  connectionLimit: z.coerce.number().int().min(4).default(100),
  host: z.string().default('127.0.0.1'),
  /** Milliseconds by which a pod under test is ahead of the machine's clock. */
  clockFile: z.string().optional(),
});
export type PodConfig = z.infer<typeof podConfig>;

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the pod's part of the environment; all faults are reported at once, by the name of the variable. */
export function readPodConfig(env: Env): PodConfig {
  if (env['JWT_SECRET']) throw new Error('JWT_SECRET is set: UnityPlan signs with a key pair per territory and refuses shared secrets. Remove it.');
  if (env['CLOCK_FILE'] && env['ENVIRONMENT'] !== 'development' && env['ENVIRONMENT'] !== 'test')
    throw new Error('CLOCK_FILE is set: it belongs to tests, and a pod in production goes by the clock of its machine. Remove it.');
  const own = Object.entries(env).filter(([name, value]) => name.startsWith('POSTGRES_DB_') && value);
  const raw = {
    environment: env['ENVIRONMENT'],
    podId: env['POD_ID'],
    territories: env['TERRITORIES'] ?? env['TERRITORY_ID'],
    databaseUrl: fromEnv(env, 'DATABASE_URL'),
    territoryDatabases: Object.fromEntries(own.map(([name, value]) => [name.slice('POSTGRES_DB_'.length).replaceAll('_', '-'), value!])),
    rolePrefix: env['ROLE_PREFIX'],
    podSecret: fromEnv(env, 'POD_SECRET'),
    keyEncryptionKey: fromEnv(env, 'KEY_ENCRYPTION_KEY'),
    natsUrl: env['NATS_URL'],
    natsUser: env['NATS_USER'],
    natsPassword: fromEnv(env, 'NATS_PASSWORD'),
    redisUrl: fromEnv(env, 'REDIS_URL'),
    publicUrl: env['PUBLIC_URL'],
    filesUrl: env['PUBLIC_FILES_URL'],
    logLevel: env['LOG_LEVEL'],
    connectionLimit: env['CONNECTION_LIMIT'],
    host: env['HOST'],
    clockFile: env['CLOCK_FILE'],
  };
  const config = parseConfig(podConfig, raw, {
    podId: 'POD_ID', territories: 'TERRITORIES', databaseUrl: 'DATABASE_URL', podSecret: 'POD_SECRET', keyEncryptionKey: 'KEY_ENCRYPTION_KEY',
    natsUrl: 'NATS_URL', redisUrl: 'REDIS_URL', environment: 'ENVIRONMENT', logLevel: 'LOG_LEVEL', filesUrl: 'PUBLIC_FILES_URL',
  });
  if (!isApart(domainOf(config.filesUrl)!, domainOf(config.publicUrl)))
    throw new Error('PUBLIC_FILES_URL is on the domain of PUBLIC_URL: files that members upload could reach its cookies there. Give files a domain of their own.');
  return config;
}

/** On `*.localhost` every name is a site of its own, as the browser sees it. */
function isApart(files: string, site: string | undefined): boolean {
  if (files === 'localhost') return false;
  return site === undefined || site === 'localhost' || !(`.${files}`.endsWith(`.${site}`) || `.${site}`.endsWith(`.${files}`));
}

/** Parses configuration; throws one error that lists every fault with the variable it comes from. */
export function parseConfig<T extends z.ZodType>(schema: T, raw: object, variables: Record<string, string>): z.output<T> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${variables[String(issue.path[0])] ?? issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration does not fit:\n${faults.join('\n')}`);
}

/** The port of a service: `FORUM_PORT`, or its fixed one. */
export function portFromEnv(env: Env, service: ServiceName): number {
  const text = env[`${service.toUpperCase().replaceAll('-', '_')}_PORT`];
  return text ? Number(text) : servicePorts[service];
}

/** A key for one purpose, derived from the pod's secret (HKDF, RFC 5869). */
export function deriveKey(podSecret: string, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', podSecret, 'unityplan', purpose, bytes));
}

/** Where people reach a territory, without a trailing slash. */
export function publicOrigin(config: Pick<PodConfig, 'publicUrl'>, territory: string): string {
  return urlOf(config.publicUrl, territory);
}

/** The origin that a territory's files are served from, without a trailing slash. */
export function filesOrigin(config: Pick<PodConfig, 'filesUrl'>, territory: string): string {
  return urlOf(config.filesUrl, territory);
}
