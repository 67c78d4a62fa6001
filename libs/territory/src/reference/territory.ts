/** country: ISO 3166-1; first_nation: its equal, never below a country; community: anything inside one of the two. */
export type TerritoryKind = 'country' | 'first_nation' | 'community';

/** listed: known, served nowhere we know; active: served by its pod; suspended, archived: kept, closed to its members. */
export type TerritoryStatus = 'listed' | 'active' | 'suspended' | 'archived';

/** One row of `global.territories`. */
export interface Territory {
  readonly id: string;
  readonly kind: TerritoryKind;
  /** Display names, UTF-8 NFC; `own` is the name in the territory's own language, when it differs from `en`. */
  readonly names: { readonly en: string; readonly da: string; readonly own?: string };
  /** Id of the territory right above; null for countries and First Nations. */
  readonly parent: string | null;
  /** Id of the top territory; its own id for countries and First Nations. Authority never crosses it. */
  readonly sovereign: string;
  /** ISO codes of the countries it lies in. Geography only, never authority. */
  readonly geographicCountries: readonly string[];
  /** BCP 47 language. */
  readonly defaultLanguage: string;
  /** The pod that serves it, or null. */
  readonly podId: string | null;
  readonly status: TerritoryStatus;
  /** Rises with every change of pod or status. */
  readonly routingEpoch: number;
  /** Name of its own database on the pod's server; left out for one that shares the pod's. */
  readonly database?: string;
}

/** [code, en, da, default language, own name] */
export type CountryRow = readonly [id: string, en: string, da: string, language: string, own?: string];
