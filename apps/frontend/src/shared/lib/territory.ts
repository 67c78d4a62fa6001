import { queryOptions, useQuery } from '@tanstack/react-query';
import type { TerritoryDetail } from '@unityplan/sdk';
import { currentLanguage, isLanguage } from './i18n.ts';
import { sdk } from './sdk.ts';

/** The territory of this host. */
export const territoryQuery = queryOptions({
  queryKey: ['territory'],
  queryFn: ({ signal }) => sdk.getCurrentTerritory({ signal }),
  staleTime: 60 * 60_000,
});

export function useTerritory(): TerritoryDetail | undefined {
  return useQuery(territoryQuery).data;
}

/** A text in the interface's language, English where there is none. */
export function inLanguage(text: { en: string; da: string }, language: string = currentLanguage()): string {
  return isLanguage(language) ? text[language] || text.en : text.en;
}
