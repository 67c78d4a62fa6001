/** Where the data of a pod lives and how a service signs in there: one login role per (scope, service), its password derived. */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { TerritoryError } from './errors.ts';
import { databaseName, DEFAULT_ROLE_PREFIX, namesOf, parsePodId, parseTerritoryId, roleName } from './names.ts';
import type { RegistrySource, TerritoryRegistry } from './registry.ts';

/** A territory id, or `global` for the schema that all territories of the pod share. */
export type Scope = string;

export interface PodDatabasesConfig {
  podId: string;
  /** postgres URL of the pod's database. User and password in it are the admin's and never reach a service. Without a path: `unityplan_<pod>`. */
  databaseUrl: string;
  /** Territories with a database of their own (POSTGRES_DB_<ID>): id → URL, or a bare database name on the same server. */
  territoryDatabases?: Readonly<Record<string, string>>;
  /** Default `up_`. Pods that share a cluster need one each. */
  rolePrefix?: string;
  /** The secret that all role passwords derive from; at least 16 characters. */
  roleSecret: string;
}

/** Time limits put into the start-up packet, in milliseconds. */
export interface SessionLimits {
  statementMs: number;
  idleInTransactionMs: number;
  lockMs: number;
}

const DEFAULT_SESSION_LIMITS: SessionLimits = { statementMs: 10_000, idleInTransactionMs: 30_000, lockMs: 5_000 };

export interface PodDatabases {
  readonly podId: string;
  readonly rolePrefix: string;
  /** The URL as configured, for the migrator only (it may hold the admin's password). */
  adminUrl(scope: Scope): string;
  /** The distinct databases of the pod, first the pod's own; `own` names the territories that moved into one of theirs. */
  list(): { adminUrl: string; own: string[] }[];
  /** Says which territories have a database of their own, by its name on the pod's server. What was configured goes first. */
  place(territories: readonly { readonly id: string; readonly database?: string }[]): void;
  role(scope: Scope, service: string): string;
  schema(scope: Scope): string;
  /** pg configuration of a service in a scope: login role, derived password, fixed search_path and time limits. */
  connection(scope: Scope, service: string, limits?: Partial<SessionLimits>): pg.ClientConfig;
}

/** Builds the connection book of a pod. Throws CONFIG_INVALID with the reason. */
export function podDatabases(config: PodDatabasesConfig): PodDatabases {
  const podId = parsePodId(config.podId);
  const rolePrefix = config.rolePrefix ?? DEFAULT_ROLE_PREFIX;
  if (config.roleSecret.length < 16) throw new TerritoryError('CONFIG_INVALID', 'The role secret needs at least 16 characters.');
  const main = withDatabase(parseUrl(config.databaseUrl), databaseName(podId));
  const configured = new Map<string, string>();
  for (const [id, target] of Object.entries(config.territoryDatabases ?? {})) {
    configured.set(parseTerritoryId(id), /^postgres(ql)?:\/\//.test(target) ? withDatabase(parseUrl(target), databaseName(namesOf(id).slug)) : replaceDatabase(main, target));
  }
  let own = configured;
  const adminUrl = (scope: Scope): string => (scope === 'global' ? main : (own.get(parseTerritoryId(scope)) ?? main));
  const role = (scope: Scope, service: string): string => roleName({ prefix: rolePrefix, slug: scope === 'global' ? scope : namesOf(scope).slug, service });
  const schema = (scope: Scope): string => (scope === 'global' ? 'global' : namesOf(scope).schema);
  return {
    podId,
    rolePrefix,
    adminUrl,
    list: () => [main, ...new Set([...own.values()].filter((url) => url !== main))].map((url) => ({
      adminUrl: url,
      own: [...own].filter(([, target]) => target === url).map(([id]) => id),
    })),
    place: (territories) => {
      const placed = territories.flatMap(({ id, database }) => (database === undefined ? [] : [[parseTerritoryId(id), replaceDatabase(main, database)] as [string, string]]));
      own = new Map([...placed, ...configured]);
    },
    role,
    schema,
    connection: (scope, service, limits) => {
      const name = role(scope, service);
      const { statementMs, idleInTransactionMs, lockMs } = { ...DEFAULT_SESSION_LIMITS, ...limits };
      const settings = { search_path: schema(scope), statement_timeout: statementMs, idle_in_transaction_session_timeout: idleInTransactionMs, lock_timeout: lockMs };
      return {
        connectionString: signIn(adminUrl(scope), name, rolePassword(config.roleSecret, name)),
        application_name: service,
        options: Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`).join(' '),
        keepAlive: true,
        connectionTimeoutMillis: 10_000,
      };
    },
  };
}

/** Password of a login role: HMAC-SHA256(secret, role) as base64url, so nobody stores or passes it on. */
export function rolePassword(roleSecret: string, role: string): string {
  return createHmac('sha256', roleSecret).update(role).digest('base64url');
}

/** Has the databases follow the registry: a territory that comes with one of its own is found there before anyone else hears of it. */
export function followPlacements(databases: PodDatabases, registry: TerritoryRegistry): void {
  // One that is only listed has no database yet.
  const place = (): void => databases.place(registry.all().filter(({ status }) => status !== 'listed'));
  place();
  registry.onChange(place);
}

/** A source for `loadRegistry` that connects as the service's global role for each (rare) read and keeps no connection. */
export function registrySource(databases: PodDatabases, service: string): RegistrySource {
  return {
    query: async (text) => {
      const client = new pg.Client(databases.connection('global', service));
      client.on('error', () => {});
      await client.connect();
      try {
        return await client.query(text);
      } finally {
        await client.end().catch(() => {});
      }
    },
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return url;
  throw new TerritoryError('CONFIG_INVALID', 'The database URL must look like postgres://user:password@host:5432/database.');
}

const withDatabase = (url: URL, name: string): string => {
  if (url.pathname === '' || url.pathname === '/') url.pathname = `/${name}`;
  return url.href;
};

function replaceDatabase(base: string, name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new TerritoryError('CONFIG_INVALID', `${JSON.stringify(name)} is neither a database name nor a URL.`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return url.href;
}

/** The same server with other credentials. Written by hand: URL drops them when the host is empty (a socket in `?host=`). */
function signIn(base: string, user: string, password: string): string {
  const url = new URL(base);
  return `${url.protocol}//${encodeURIComponent(user)}:${encodeURIComponent(password)}@${url.host === '' ? 'localhost' : url.host}${url.pathname}${url.search}`;
}
