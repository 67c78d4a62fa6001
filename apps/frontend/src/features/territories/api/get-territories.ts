import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TerritoryKind } from '@unityplan/sdk';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import type { Language } from '../../../shared/lib/i18n.ts';
import { sdk } from '../../../shared/lib/sdk.ts';

export interface TerritoryFilter {
  kind?: Exclude<TerritoryKind, 'community'> | undefined;
  search: string;
  language: Language;
}

/** Territories by name. */
export const territoriesQuery = ({ kind, search, language }: TerritoryFilter) =>
  pagedQuery(
    ['territories', { kind, search, language }],
    (from, signal) => sdk.listTerritories({ query: { limit: 40, language, ...(kind ? { kind } : {}), ...(search ? { search } : {}), ...from }, signal }),
    { placeholderData: keepPreviousData, staleTime: 10 * 60_000 },
  );

/** The first of those that can be joined now. */
export const openTerritoriesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['territories', 'open', language],
    queryFn: async ({ signal }) => (await sdk.listTerritories({ query: { limit: 12, language, status: 'active' }, signal })).items,
    staleTime: 10 * 60_000,
  });
