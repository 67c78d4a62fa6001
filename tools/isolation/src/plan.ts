import type { Mix } from './mixes.ts';
import type { Operation } from './operations.ts';
import { readers, type Probe } from './probes/index.ts';
import { closedIds, territories, type TerritoryId } from './territories.ts';
import { trickNames, type Trick } from './tricks.ts';

export interface Case {
  readonly operation: Operation;
  readonly probe: Probe;
  readonly mix: Mix;
}

const closedPairs = territories.flatMap((host) => closedIds.map((other) => [host, other] as const));
const pairs = territories.flatMap((host) => territories.filter((other) => other !== host).map((other) => [host, other] as const));
/** An open one that is neither. */
const third = (one: TerritoryId, two: TerritoryId): TerritoryId => territories.find((each) => each !== one && each !== two)!;

/** Every way in which a host and another territory's token, cookie and ids can meet, without tricks. */
function meetings(host: TerritoryId, other: TerritoryId): Mix[] {
  const mix = (bearer: Mix['bearer'], cookie: Mix['cookie'], ids: TerritoryId): Mix => ({ host, bearer, cookie, ids, trick: 'none' });
  return [
    mix(other, 'none', other), mix(other, 'none', host), mix(host, 'none', other), mix('none', 'none', other), mix('none', 'none', host),
    mix('none', other, other), mix('none', other, host), mix('none', host, other), mix(host, other, other), mix(other, host, other), mix(other, other, host),
    mix(third(host, other), 'none', other), mix('forged', 'none', other), mix('none', third(host, other), other),
  ];
}

/** The same meetings with another name in the other's favour. */
function tricked(host: TerritoryId, other: TerritoryId, trick: Trick): Mix[] {
  return ([other, host, 'none'] as const).map((bearer) => ({ host, bearer, cookie: 'none', ids: other, trick }));
}

/** Whether sending it would be somebody's own business: a right change by those who may make it. */
export function isOwnBusiness({ operation, probe, mix }: Case): boolean {
  const entitled = mix.bearer === mix.host || mix.cookie === mix.host;
  if (probe.endsSession && entitled) return true;
  if (readers.has(operation.id) || mix.ids !== mix.host) return false;
  return entitled || operation.access === 'public';
}

/** Meetings of an operation at every pair of open territories and with a closed one, with every trick at one; or (`quick`) at one pair, with one trick, and few with a closed one. Which pair and trick differs from operation to operation, `n` counts them. */
export function casesOf(operation: Operation, probe: Probe, n: number, quick: boolean): Case[] {
  const named = trickNames.filter((trick) => trick !== 'none' && (trick !== 'cursor' || operation.paged));
  const tricks = quick ? [named[n % named.length]!, ...(operation.paged ? ['cursor' as const] : [])] : named;
  const one = pairs[n % pairs.length]!;
  const withClosed = meetings(...closedPairs[n % closedPairs.length]!).slice(0, quick ? 3 : undefined);
  const mixes = [...(quick ? [one] : pairs).flatMap((pair) => meetings(...pair)), ...withClosed, ...tricks.flatMap((trick) => tricked(...one, trick))];
  return mixes.map((mix) => ({ operation, probe, mix })).filter((each) => !isOwnBusiness(each));
}

/** The few that would get through first if a wall were missing: a visitor, a member who asks for others, a guest, a visitor's cookie. */
export function keyCasesOf(operation: Operation, probe: Probe, slice: number): Case[] {
  const [host, other] = pairs[slice % pairs.length]!;
  const mixes = [meetings(host, other).slice(0, 7), meetings(...closedPairs[slice % closedPairs.length]!).slice(0, 1), tricked(host, other, 'headers')].flat();
  return mixes.map((mix) => ({ operation, probe, mix })).filter((one) => !isOwnBusiness(one));
}

/** Runs work on every item, some at a time. */
export async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const item of waiting) await work(item);
  }));
}
