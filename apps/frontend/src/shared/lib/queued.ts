import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** For changes that are shown at once and sent one after the other, so that the last one counts. */
export const queued = (queue: string) => ({ scope: { id: queue }, mutationKey: [queue] });

/** Whether no other change of the queue waits behind the one that was just answered: what is shown is the last one's to settle. */
export const isLastOf = (client: QueryClient, queue: string): boolean => client.isMutating({ mutationKey: [queue], exact: true }) <= 1;

/** Shows what stood there before a change that failed, and asks: an earlier one of the queue may have failed, too. */
export function takeBack(client: QueryClient, queue: string, queryKey: QueryKey, before: unknown): void {
  if (!isLastOf(client, queue)) return;
  client.setQueryData(queryKey, before);
  void client.invalidateQueries({ queryKey });
}
