/** Who exists, who is above whom, which pod serves whom. The only source of parent and sovereign. */
import { TerritoryError } from './errors.ts';
import { BASE_DOMAIN, idOfSlug, safeParseTerritoryId, slugOfHost } from './names.ts';
import type { Territory } from './reference/territory.ts';

/** Look-ups over one snapshot of `global.territories`; synchronous, an unknown id costs no query. */
export interface TerritoryRegistry {
  /** The territory, or undefined when the registry does not know it. Accepts lower case. */
  get(id: string): Territory | undefined;
  /** Like get; throws TERRITORY_UNKNOWN. */
  require(id: string): Territory;
  /** The territory whose host this is (`dk.unityplan.org`, `dk.localhost:8080`). */
  byHost(host: string): Territory | undefined;
  all(): readonly Territory[];
  /** Territories with status `active`. */
  active(): readonly Territory[];
  /** The territories right below. */
  children(id: string): readonly Territory[];
  /** The sovereign's id. Throws TERRITORY_UNKNOWN. */
  sovereignOf(id: string): string;
  /** Whether authority in one may count in the other; false when either is unknown. */
  sameSovereign(a: string, b: string): boolean;
  /** Reads again; call it when a registry event arrives. Concurrent calls share one read; after a failure the old snapshot stays. */
  refresh(): Promise<void>;
}

/** Anything that can answer the registry's query: a pg Pool or Client, or `registrySource()`. */
export interface RegistrySource {
  query(text: string): Promise<{ rows: unknown[] }>;
}

export interface RegistryOptions {
  /** Domains below which territories have hosts. Default: unityplan.org and localhost. */
  baseDomains?: readonly string[];
  /** How old a snapshot may grow before a look-up starts a refresh in the background. Default 60 s; a fallback only. */
  ttlMs?: number;
  /** Told when a background refresh fails. */
  onError?: (error: unknown) => void;
}

const SELECT = `select id, kind, name_en, name_da, name_own, parent_territory, sovereign_id, geographic_countries, default_language,
  pod_id, status, routing_epoch from global.territories order by id`;

/** A registry over given territories, for tests and tools. */
export function inMemoryRegistry(territories: readonly Territory[], options: RegistryOptions = {}): TerritoryRegistry {
  return registryOver(territories, async () => territories, { ...options, ttlMs: Infinity });
}

/** Reads `global.territories` once and answers from memory. Fails when the table cannot be read. */
export async function loadRegistry(source: RegistrySource, options: RegistryOptions = {}): Promise<TerritoryRegistry> {
  const load = async (): Promise<Territory[]> => (await source.query(SELECT)).rows.map((row) => territoryOf(row as Row));
  return registryOver(await load(), load, options);
}

function registryOver(first: readonly Territory[], load: () => Promise<readonly Territory[]>, options: RegistryOptions): TerritoryRegistry {
  const baseDomains = options.baseDomains ?? [BASE_DOMAIN, 'localhost'];
  const ttlMs = options.ttlMs ?? 60_000;
  let snapshot = index(first);
  let checkedAt = Date.now();
  let running: Promise<void> | undefined;

  const refresh = (): Promise<void> => {
    running ??= load()
      .then((territories) => void (snapshot = index(territories)))
      .finally(() => {
        checkedAt = Date.now();
        running = undefined;
      });
    return running;
  };
  const current = (): Snapshot => {
    if (Date.now() - checkedAt > ttlMs && !running) refresh().catch((error: unknown) => options.onError?.(error));
    return snapshot;
  };
  const get = (id: string): Territory | undefined => {
    const known = current();
    return known.byId.get(id) ?? known.byId.get(safeParseTerritoryId(id) ?? '');
  };
  const require = (id: string): Territory => {
    const territory = get(id);
    if (!territory) throw new TerritoryError('TERRITORY_UNKNOWN', `No territory ${JSON.stringify(id.slice(0, 60))} is registered.`);
    return territory;
  };
  return {
    get,
    require,
    byHost: (host) => {
      const slug = slugOfHost(host, baseDomains);
      return slug === undefined ? undefined : get(idOfSlug(slug) ?? '');
    },
    all: () => current().all,
    active: () => current().all.filter((territory) => territory.status === 'active'),
    children: (id) => current().children.get(get(id)?.id ?? '') ?? [],
    sovereignOf: (id) => require(id).sovereign,
    sameSovereign: (a, b) => {
      const one = get(a)?.sovereign;
      return one !== undefined && one === get(b)?.sovereign;
    },
    refresh,
  };
}

interface Snapshot {
  all: readonly Territory[];
  byId: ReadonlyMap<string, Territory>;
  children: ReadonlyMap<string, Territory[]>;
}

function index(territories: readonly Territory[]): Snapshot {
  const children = new Map<string, Territory[]>();
  for (const territory of territories) {
    if (territory.parent !== null) children.set(territory.parent, [...(children.get(territory.parent) ?? []), territory]);
  }
  return { all: territories, byId: new Map(territories.map((territory) => [territory.id, territory])), children };
}

interface Row {
  id: string;
  kind: Territory['kind'];
  name_en: string;
  name_da: string;
  name_own: string | null;
  parent_territory: string | null;
  sovereign_id: string;
  geographic_countries: string[];
  default_language: string;
  pod_id: string | null;
  status: Territory['status'];
  routing_epoch: string | number;
}

const territoryOf = (row: Row): Territory => ({
  id: row.id,
  kind: row.kind,
  names: { en: row.name_en, da: row.name_da, ...(row.name_own === null ? {} : { own: row.name_own }) },
  parent: row.parent_territory,
  sovereign: row.sovereign_id,
  geographicCountries: row.geographic_countries,
  defaultLanguage: row.default_language,
  podId: row.pod_id,
  status: row.status,
  routingEpoch: Number(row.routing_epoch),
});
