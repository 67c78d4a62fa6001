import { useQuery } from '@tanstack/react-query';
import { communityQuery, useTerritory } from '../lib/territory.ts';
import { TerritoryName } from './territory-name.tsx';

/** The name of a territory of which only the id is known; the id while nobody has said. */
export function PlaceName({ id }: { id: string }) {
  const here = useTerritory();
  // A name rarely changes, and lists show many.
  const { data } = useQuery({ ...communityQuery(id), enabled: here !== undefined && here.id !== id, staleTime: 60 * 60_000 });
  const found = here?.id === id ? here : data;
  return found ? <TerritoryName of={found} /> : <>{id}</>;
}
