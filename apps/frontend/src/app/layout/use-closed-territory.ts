import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ApiProblem, TerritoryDetail } from '@unityplan/sdk';
import { useEffect, useRef, useState } from 'react';
import { isTerritoryClosed, onFoundClosed } from '../../shared/lib/closed-territory.ts';
import { reconnectLive } from '../../shared/lib/live.ts';
import { territoryQuery } from '../../shared/lib/territory.ts';

/** Whether the territory of this page is closed, with the refusal; looks again until it opens, then asks for everything anew. */
export function useClosedTerritory(): { error: ApiProblem; territory: TerritoryDetail | undefined; busy: boolean; onLook: () => void } | undefined {
  const client = useQueryClient();
  const router = useRouter();
  const query = useQuery(territoryQuery);
  // Looking again forgets the error for the time being; the page stays until the answer is another.
  const [closed, setClosed] = useState<ApiProblem>();
  if (isTerritoryClosed(query.error) && query.error !== closed) setClosed(query.error);
  if (query.status === 'success' && closed) setClosed(undefined);
  const { queryKey } = territoryQuery;
  useEffect(() => onFoundClosed(() => void client.invalidateQueries({ queryKey }, { cancelRefetch: false })), [client, queryKey]);
  const wasClosed = useRef(false);
  useEffect(() => {
    if (closed || !wasClosed.current) return void (wasClosed.current = !!closed);
    wasClosed.current = false;
    reconnectLive();
    void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== queryKey[0] });
    void router.invalidate();
  }, [closed, client, router, queryKey]);
  return closed && { error: closed, territory: query.data, busy: query.isFetching, onLook: () => void query.refetch() };
}
