import { uiLanguage, type RouteAnswer, type territory } from '@unityplan/contracts';
import { namesOf } from '@unityplan/territory';
import type { Selectable } from 'kysely';
import type { TerritoriesTable } from '../db/territories.table.ts';

export type TerritoryRow = Selectable<TerritoriesTable>;
type Detail = RouteAnswer<typeof territory.getTerritory>;
type Summary = Detail['ancestors'][number];

/** `addressOf` gives the address people open; a territory that no pod serves yet has none. */
export function toSummary(row: TerritoryRow, addressOf: (id: string) => string): Summary {
  return {
    id: row.id,
    slug: namesOf(row.id).slug,
    kind: row.kind,
    name: { en: row.name_en, da: row.name_da, ...(row.name_own === null ? {} : { own: row.name_own }) },
    parent: row.parent_territory,
    sovereign: row.sovereign_id,
    geographicCountries: row.geographic_countries,
    status: row.status,
    host: row.status === 'listed' ? null : new URL(addressOf(row.id)).host,
  };
}

/** With its settings; what a territory did not choose for itself has a friendly default. */
export function toDetail(row: TerritoryRow, ancestors: readonly TerritoryRow[], addressOf: (id: string) => string): Detail {
  const { registration, welcome } = row.settings;
  return {
    ...toSummary(row, addressOf),
    defaultLanguage: uiLanguage.safeParse(row.default_language).data ?? 'en',
    ancestors: ancestors.map((ancestor) => toSummary(ancestor, addressOf)),
    settings: {
      registration: registration ?? 'open',
      welcome: {
        en: welcome?.en ?? `Welcome to ${row.name_en}. Ask, share, and get to know the people around you.`,
        da: welcome?.da ?? `Velkommen til ${row.name_da}. Spørg, del, og lær menneskene omkring dig at kende.`,
      },
    },
  };
}
