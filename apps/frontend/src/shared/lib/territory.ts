import { queryOptions, useQuery } from '@tanstack/react-query';
import type { TerritoryDetail } from '@unityplan/sdk';
import { isTerritoryClosed, reopenMs } from './closed-territory.ts';
import { currentLanguage, isLanguage } from './i18n.ts';
import { healAfter } from './query-client.ts';
import { sdk } from './sdk.ts';

/** The territory of this host. */
export const territoryQuery = queryOptions({
  queryKey: ['territory'],
  queryFn: ({ signal }) => sdk.getCurrentTerritory({ signal }),
  staleTime: 60 * 60_000,
  // A closed territory is looked at until it opens.
  refetchInterval: ({ state }) => (isTerritoryClosed(state.error) ? reopenMs : healAfter(state.error)),
});

export function useTerritory(): TerritoryDetail | undefined {
  return useQuery(territoryQuery).data;
}

/** One territory with its settings and those above it. */
export const communityQuery = (id: string) =>
  queryOptions({ queryKey: ['territories', 'one', id], queryFn: ({ signal }) => sdk.getTerritory({ params: { territoryId: id }, signal }) });

/** A text in the interface's language, English where there is none. */
export function inLanguage(text: { en: string; da: string }, language: string = currentLanguage()): string {
  return isLanguage(language) ? text[language] || text.en : text.en;
}

/** The address of the territory whose host begins with this slug, beside the host of this page. */
export function addressBeside(slug: string, { protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol}//${slug}${host.slice(host.indexOf('.'))}/`;
}

/** The address of a territory on its own host, with the scheme and port of this page. */
export function territoryAddress(host: string, page: Pick<Location, 'protocol' | 'port'>): string {
  const port = page.port && !host.includes(':') ? `:${page.port}` : '';
  return `${page.protocol}//${host}${port}/`;
}
