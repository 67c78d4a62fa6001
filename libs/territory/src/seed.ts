import type pg from 'pg';
import { parsePodId, parseTerritoryId } from './names.ts';
import { REFERENCE_TERRITORIES } from './reference/index.ts';

export interface SeedResult {
  /** Rows that were missing. */
  inserted: number;
  /** Territories that became active in this pod now. */
  activated: string[];
}

/**
 * Fills `global.territories` with the 249 countries, the First Nations and the communities, and makes `active` served by this pod.
 * Idempotent. Rows that exist keep their names and settings, and only a territory that is merely listed is made active, so an
 * operator's changes stay. `client` is the admin's or the `territory` service's global connection.
 */
export async function seedReferenceTerritories(client: Pick<pg.ClientBase, 'query'>, options: { podId: string; active: readonly string[] }): Promise<SeedResult> {
  const rows = REFERENCE_TERRITORIES.map((territory) => ({
    id: territory.id,
    kind: territory.kind,
    name_en: territory.names.en,
    name_da: territory.names.da,
    name_own: territory.names.own ?? null,
    parent_territory: territory.parent,
    geographic_countries: territory.geographicCountries,
    default_language: territory.defaultLanguage,
  }));
  const active = options.active.map((id) => parseTerritoryId(id));
  const inserted = await client.query(
    `insert into global.territories (id, kind, name_en, name_da, name_own, parent_territory, geographic_countries, default_language, sovereign_id)
     select r.*, r.id from jsonb_to_recordset($1) as r (id text, kind text, name_en text, name_da text, name_own text, parent_territory text,
       geographic_countries text[], default_language text)
     order by length(r.id) on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
  const activated = await client.query<{ id: string }>(
    `update global.territories set status = 'active', pod_id = $1
     where id = any ($2) and status = 'listed' and (pod_id is null or pod_id = $1) returning id`,
    [parsePodId(options.podId), active],
  );
  return { inserted: inserted.rowCount ?? 0, activated: activated.rows.map(({ id }) => id).sort() };
}
