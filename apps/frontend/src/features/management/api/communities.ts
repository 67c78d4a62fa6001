import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, InputOf } from '@unityplan/sdk';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { queued, takeBack } from '../../../shared/lib/queued.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { communityQuery, territoryQuery } from '../../../shared/lib/territory.ts';
import { communityKeys as keys, type CommunityDetail } from './community.ts';

export type Order = AnswerOf<'getTerritoryOrder'>;
export type Community = AnswerOf<'listTerritories'>['items'][number];
export type Status = InputOf<'setTerritoryStatus'>['body']['status'];
type Change = InputOf<'changeTerritory'>['body'];

/** The communities right below a territory, also closed ones. */
export const communitiesQuery = (parent: string, language: 'en' | 'da') =>
  pagedQuery([...keys.below(parent), language], (from, signal) => sdk.listTerritories({ query: { parent, language, limit: 50, ...from }, signal }));

export const isUnderWay = ({ status }: Pick<Order, 'status'>): boolean => status === 'waiting' || status === 'running';
/** An order takes a few seconds: asked often at first, then with patience. */
const oftenMs = 500;
const patientMs = 3_000;
const soonMs = 20_000;

/** The newest orders; asked again while one is under way. */
export const ordersQuery = queryOptions({
  queryKey: keys.orders,
  queryFn: async ({ signal }) => (await sdk.listTerritoryOrders({ query: { limit: 20 }, signal })).items,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? patientMs : false),
});

/** How far an order has come, followed until it is done or has failed. */
export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: keys.order(orderId),
    queryFn: ({ signal }) => sdk.getTerritoryOrder({ params: { orderId }, signal }),
    refetchInterval: ({ state: { data, error } }) => (error ? patientMs : data && isUnderWay(data) ? (Date.now() - Date.parse(data.createdAt) < soonMs ? oftenMs : patientMs) : false),
    staleTime: 0,
  });

/** Orders a community. Asking for the same again gives the same order. */
export function useRequestCommunity() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InputOf<'requestTerritory'>['body']) => sdk.requestTerritory({ body }),
    onSuccess: (order) => {
      client.setQueryData(keys.order(order.orderId), order);
      void client.invalidateQueries({ queryKey: keys.orders, exact: true });
    },
  });
}

/** What an order has brought is in the lists. */
export function useOrderDone(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: keys.all });
    void client.invalidateQueries({ queryKey: keys.orders, exact: true });
  };
}

/** Changes names and settings: here at once, back when the server refuses. */
export function useChangeTerritory(id: string) {
  const client = useQueryClient();
  const { queryKey } = communityQuery(id);
  const queue = `territory ${id}`;
  return useMutation({
    ...queued(queue),
    mutationFn: (body: Change) => sdk.changeTerritory({ params: { territoryId: id }, body }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, changed(before, change));
      return { before };
    },
    onError: (_error, _change, context) => takeBack(client, queue, queryKey, context?.before),
    onSuccess: (now) => settle(client, now),
  });
}

/** Suspends, resumes or archives: shown when it is so, for people act on it. */
export function useSetStatus(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InputOf<'setTerritoryStatus'>['body']) => sdk.setTerritoryStatus({ params: { territoryId: id }, body }),
    onSuccess: (now) => settle(client, now),
  });
}

function settle(client: ReturnType<typeof useQueryClient>, now: CommunityDetail): void {
  client.setQueryData(communityQuery(now.id).queryKey, now);
  if (client.getQueryData(territoryQuery.queryKey)?.id === now.id) client.setQueryData(territoryQuery.queryKey, now);
  void client.invalidateQueries({ queryKey: keys.all, predicate: ({ queryKey }) => queryKey[1] !== 'one' });
}

/** A territory as it will be; what is taken back stays until the server says what stands there instead. */
export function changed(before: CommunityDetail, { name, defaultLanguage, settings }: Change): CommunityDetail {
  const { own, ...names } = before.name;
  const ownNow = name?.own === undefined ? own : (name.own ?? undefined);
  return {
    ...before,
    name: { en: name?.en ?? names.en, da: name?.da ?? names.da, ...(ownNow === undefined ? {} : { own: ownNow }) },
    defaultLanguage: defaultLanguage ?? before.defaultLanguage,
    settings: {
      registration: settings?.registration ?? before.settings.registration,
      welcome: { en: settings?.welcome?.en ?? before.settings.welcome.en, da: settings?.welcome?.da ?? before.settings.welcome.da },
    },
  };
}
