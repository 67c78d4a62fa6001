import { useQuery } from '@tanstack/react-query';
import { sdk } from '../lib/sdk.ts';
import { useTerritory } from '../lib/territory.ts';
import { TerritoryName } from './territory-name.tsx';

/** The name of a territory of which only the id is known; the id while nobody has said. */
export function PlaceName({ id }: { id: string }) {
  const here = useTerritory();
  const { data } = useQuery({
    queryKey: ['territories', 'one', id],
    queryFn: ({ signal }) => sdk.getTerritory({ params: { territoryId: id }, signal }),
    enabled: here !== undefined && here.id !== id,
    staleTime: 60 * 60_000,
  });
  const found = here?.id === id ? here : data;
  return found ? <TerritoryName of={found} /> : <>{id}</>;
}
