/**
 * The only place where a string is derived from a territory id, a pod id or a service name. Pure and browser-safe.
 * Ids are never parsed for meaning: parent and sovereign come from the registry alone.
 */
import { TerritoryError } from './errors.ts';
import { sha256Hex } from './sha256.ts';

declare const brand: unique symbol;
/** A checked, upper-case territory id: `DK`, `HAIDA-FN-CA`, `DK-COPENHAGEN`. */
export type TerritoryId = string & { readonly [brand]: 'TerritoryId' };

/** The grammar of a territory id. */
export const TERRITORY_ID_PATTERN = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
/** The longest territory id in bytes: `territory_` + 53 = PostgreSQL's 63. */
export const TERRITORY_ID_MAX = 53;
/** The public domain below which every territory has its host. */
export const BASE_DOMAIN = 'unityplan.org';
/** The domain for files: another registrable one, so that what members upload shares no cookie and no origin with the platform. */
export const FILES_DOMAIN = 'unityplan-files.org';
/** The same in development. */
export const FILES_LOCAL_DOMAIN = 'files-unityplan.localhost';
/** Words that are hosts, scopes or subject tokens of the platform itself and so can be no territory. */
export const RESERVED_IDS: readonly string[] = ['ADMIN', 'ALL', 'API', 'FILES-UNITYPLAN', 'GLOBAL', 'MATRIX', 'POD', 'PUBLIC', 'STATUS', 'WWW'];

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ROLE_PREFIX = /^[a-z][a-z0-9_]{0,14}_$/;
const IDENTIFIER_MAX = 63;

/** Everything derived from one territory id; each member maps back to exactly one id. */
export interface TerritoryNames {
  readonly id: TerritoryId;
  /** `haida-fn-ca` */
  readonly slug: string;
  /** PostgreSQL schema `territory_haida_fn_ca`, ≤ 63 bytes */
  readonly schema: string;
  /** one NATS token, `haida-fn-ca` (quote it in configuration: `no` is a boolean there) */
  readonly subjectToken: string;
  /** one DNS label, `haida-fn-ca` */
  readonly hostLabel: string;
  /** part of an environment variable name, `HAIDA_FN_CA` as in POSTGRES_DB_HAIDA_FN_CA */
  readonly envSuffix: string;
  /** token issuer, `https://haida-fn-ca.unityplan.org` */
  readonly issuer: string;
  readonly publicHost: string;
  /** development host, `haida-fn-ca.localhost` */
  readonly localHost: string;
  /** where files are served from, `haida-fn-ca.unityplan-files.org` */
  readonly filesHost: string;
  /** the same in development, `haida-fn-ca.files-unityplan.localhost` */
  readonly localFilesHost: string;
}

/** Like parseTerritoryId, but answers undefined instead of throwing. Lower case and outer blanks are accepted at the edge. */
export function safeParseTerritoryId(text: unknown): TerritoryId | undefined {
  if (typeof text !== 'string' || text.length > TERRITORY_ID_MAX * 2) return undefined;
  const id = text.trim().replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return id.length <= TERRITORY_ID_MAX && TERRITORY_ID_PATTERN.test(id) && !RESERVED_IDS.includes(id) ? (id as TerritoryId) : undefined;
}

/** Checks and normalises a territory id from outside. Throws TERRITORY_ID_INVALID. It need not exist: ask the registry. */
export function parseTerritoryId(text: unknown): TerritoryId {
  const id = safeParseTerritoryId(text);
  if (id !== undefined) return id;
  const shown = typeof text === 'string' ? JSON.stringify(text.slice(0, 60)) : typeof text;
  throw new TerritoryError('TERRITORY_ID_INVALID', `${shown} is not a territory id (letters, digits and single hyphens, at most ${TERRITORY_ID_MAX}).`);
}

/** All names of a territory. Throws TERRITORY_ID_INVALID. */
export function namesOf(territoryId: string): TerritoryNames {
  const id = parseTerritoryId(territoryId);
  const slug = id.toLowerCase();
  const publicHost = `${slug}.${BASE_DOMAIN}`;
  return {
    id,
    slug,
    schema: `territory_${underscored(slug)}`,
    subjectToken: slug,
    hostLabel: slug,
    envSuffix: underscored(id),
    issuer: `https://${publicHost}`,
    publicHost,
    localHost: `${slug}.localhost`,
    filesHost: `${slug}.${FILES_DOMAIN}`,
    localFilesHost: `${slug}.${FILES_LOCAL_DOMAIN}`,
  };
}

/** The id behind a slug, subject token or host label; undefined when the text is none. */
export function idOfSlug(slug: string): TerritoryId | undefined {
  return SLUG.test(slug) ? safeParseTerritoryId(slug) : undefined;
}

/**
 * The slug in front of one of the base domains (`dk.unityplan.org:443` → `dk`). Port, case and a final dot do not matter.
 * Undefined when the host is a base domain itself, has further labels, or is no territory's.
 */
export function slugOfHost(host: string, baseDomains: readonly string[] = [BASE_DOMAIN, 'localhost']): string | undefined {
  const name = host.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  for (const base of baseDomains) {
    const suffix = `.${base.toLowerCase()}`;
    if (!name.endsWith(suffix)) continue;
    const id = idOfSlug(name.slice(0, -suffix.length));
    if (id !== undefined) return namesOf(id).slug;
  }
  return undefined;
}

/** An address for a territory: `{slug}` of the template is replaced, a final slash dropped. */
export function urlOf(template: string, territoryId: string): string {
  return template.replace('{slug}', namesOf(territoryId).slug).replace(/\/$/, '');
}

/** The domain below which an address template has its hosts: `https://{slug}.unityplan-files.org` → `unityplan-files.org`. Undefined when it is no such template. */
export function domainOf(template: string): string | undefined {
  return /^https?:\/\/\{slug\}\.([a-z0-9.-]+)(:\d+)?\/?$/i.exec(template)?.[1]?.toLowerCase();
}

/** Checks a pod id (`dk`, `no`, `eu`): lower case, single hyphens, at most 53 bytes. Throws CONFIG_INVALID. */
export function parsePodId(text: string): string {
  const id = text.trim().toLowerCase();
  if (id.length <= TERRITORY_ID_MAX && SLUG.test(id)) return id;
  throw new TerritoryError('CONFIG_INVALID', `${JSON.stringify(text.slice(0, 60))} is not a pod id (like "dk" or "haida-fn-ca").`);
}

/** The database of a pod: `unityplan_haida_fn_ca`. Also the name of a territory's own database when given its slug. */
export function databaseName(podId: string): string {
  return `unityplan_${underscored(parsePodId(podId))}`;
}

/** Default prefix of every PostgreSQL role. Pods that share one cluster, and test runs, use a prefix each. */
export const DEFAULT_ROLE_PREFIX = 'up_';

/**
 * The login role of a service in one territory's schema, or in `global`. ≤ 63 bytes and unique: a long one keeps its start
 * and ends in 80 bits of SHA-256. Throws CONFIG_INVALID on a malformed part.
 */
export function roleName(of: { prefix?: string; slug: string; service: string }): string {
  const prefix = checkedPrefix(of.prefix);
  if (!SLUG.test(of.slug) || !SLUG.test(of.service)) {
    throw new TerritoryError('CONFIG_INVALID', `No role name for scope ${JSON.stringify(of.slug)} and service ${JSON.stringify(of.service)}.`);
  }
  const scope = of.slug === 'global' ? 'g' : `t_${underscored(of.slug)}`;
  const full = `${prefix}${scope}__${underscored(of.service)}`;
  if (full.length <= IDENTIFIER_MAX) return full;
  const tail = `__${sha256Hex(full).slice(0, 20)}`;
  return `${prefix}x_${full.slice(prefix.length, IDENTIFIER_MAX - tail.length - 2).replace(/_+$/, '')}${tail}`;
}

/** The two NOLOGIN groups that carry the shared rights. */
export function groupRoles(prefix?: string): { globalRead: string; messaging: string } {
  const checked = checkedPrefix(prefix);
  return { globalRead: `${checked}global_read`, messaging: `${checked}messaging` };
}

function checkedPrefix(prefix: string = DEFAULT_ROLE_PREFIX): string {
  if (ROLE_PREFIX.test(prefix)) return prefix;
  throw new TerritoryError('CONFIG_INVALID', `Role prefix ${JSON.stringify(prefix)} must be lower-case letters, digits and _, end in _, and have at most 16 characters.`);
}

const underscored = (text: string): string => text.replaceAll('-', '_');
