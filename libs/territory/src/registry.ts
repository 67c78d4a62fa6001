/** Who exists, who is above whom, which pod serves whom. The only source of parent and sovereign. */
import { isDeepStrictEqual } from 'node:util';
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
  /** What a pod serves now: its own territories with status `active`. Changes at run time, so ask again rather than keep it. */
  served(podId: string): readonly Territory[];
  /** The territories right below. */
  children(id: string): readonly Territory[];
  /** Whether authority in one may count in the other; false when either is unknown. */
  sameSovereign(a: string, b: string): boolean;
  /** Reads again, at or after this call; calls that come while a read runs share the next one. After a failure the old snapshot stays. */
  refresh(): Promise<void>;
  /** Calls `listener` after each refresh that found something different, in the same tick in which look-ups change. Answers how to stop. */
  onChange(listener: (changes: readonly TerritoryChange[]) => void): () => void;
}

/** One territory before and after a refresh; undefined where the registry did not know it. */
export interface TerritoryChange {
  readonly id: string;
  readonly before: Territory | undefined;
  readonly after: Territory | undefined;
}

/** Anything that can answer the registry's query: a pg Pool or Client, or `registrySource()`. */
export interface RegistrySource {
  query(text: string): Promise<{ rows: unknown[] }>;
}

export interface RegistryOptions {
  /** Domains below which territories have hosts. Default: unityplan.org and localhost. */
  baseDomains?: readonly string[];
}

const SELECT = `select id, kind, name_en, name_da, name_own, parent_territory, sovereign_id, geographic_countries, default_language,
  pod_id, status, routing_epoch, database_name from global.territories order by id`;

/** A registry over given territories, for tests and tools. */
export function inMemoryRegistry(territories: readonly Territory[], options: RegistryOptions = {}): TerritoryRegistry {
  return registryOver(territories, async () => territories, options);
}

/** Reads `global.territories` once and answers from memory. Fails when the table cannot be read. */
export async function loadRegistry(source: RegistrySource, options: RegistryOptions = {}): Promise<TerritoryRegistry> {
  const load = async (): Promise<Territory[]> => (await source.query(SELECT)).rows.map((row) => territoryOf(row as Row));
  return registryOver(await load(), load, options);
}

function registryOver(first: readonly Territory[], load: () => Promise<readonly Territory[]>, options: RegistryOptions): TerritoryRegistry {
  const baseDomains = options.baseDomains ?? [BASE_DOMAIN, 'localhost'];
  const listeners = new Set<(changes: readonly TerritoryChange[]) => void>();
  let snapshot = index(first);
  let reading: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const found = index(await load());
    const changes = differences(snapshot, found);
    snapshot = found;
    if (changes.length > 0) for (const listener of listeners) listener(changes);
  };
  // A read that runs already may have begun before the change that the caller knows of. One at a time: the slower of two could bring back what was.
  const refresh = (): Promise<void> => {
    if (next) return next;
    const turn = reading.then(() => {
      next = undefined;
      return read();
    });
    reading = turn.catch(() => undefined);
    return (next = turn);
  };
  const get = (id: string): Territory | undefined => snapshot.byId.get(id) ?? snapshot.byId.get(safeParseTerritoryId(id) ?? '');
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
    all: () => snapshot.all,
    served: (podId) => snapshot.served.get(podId) ?? [],
    children: (id) => snapshot.children.get(get(id)?.id ?? '') ?? [],
    sameSovereign: (a, b) => {
      const one = get(a)?.sovereign;
      return one !== undefined && one === get(b)?.sovereign;
    },
    refresh,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Snapshot {
  all: readonly Territory[];
  byId: ReadonlyMap<string, Territory>;
  children: ReadonlyMap<string, Territory[]>;
  served: ReadonlyMap<string, Territory[]>;
}

function index(territories: readonly Territory[]): Snapshot {
  const children = grouped(territories, ({ parent }) => parent);
  const served = grouped(territories, ({ status, podId }) => (status === 'active' ? podId : null));
  return { all: territories, byId: new Map(territories.map((territory) => [territory.id, territory])), children, served };
}

function grouped(territories: readonly Territory[], by: (territory: Territory) => string | null): Map<string, Territory[]> {
  const groups = new Map<string, Territory[]>();
  for (const territory of territories) {
    const key = by(territory);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), territory]);
  }
  return groups;
}

function differences(before: Snapshot, after: Snapshot): TerritoryChange[] {
  return [...new Set([...before.byId.keys(), ...after.byId.keys()])]
    .map((id) => ({ id, before: before.byId.get(id), after: after.byId.get(id) }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
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
  database_name?: string | null;
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
  ...(row.database_name ? { database: row.database_name } : {}),
});
