import { rpcSubject } from '@unityplan/messaging';
import type { Belongings } from '../canaries.ts';
import { filesHostOf } from '../estate/caller.ts';
import type { Estate } from '../estate/estate.ts';
import { leaksIn } from '../inspect.ts';
import type { Mix } from '../mixes.ts';
import type { Operation } from '../operations.ts';
import type { Case } from '../plan.ts';
import type { Pod } from '../pod.ts';
import { probes } from '../probes/index.ts';
import { closed, territories, type ClosedId, type TerritoryId } from '../territories.ts';
import { trickNames } from '../tricks.ts';
import type { Wire, WireAnswer } from '../wire.ts';
import { rpcs } from './rpc.ts';

/** Every operation at a closed host in the ways in which it would answer if it were open, and with one trick; or (`quick`) by its own member and a guest alone. */
export function knocks(operations: readonly Operation[], host: ClosedId, quick: boolean): Case[] {
  return operations.flatMap((operation, n) => {
    const neighbour = territories[n % territories.length]!;
    const mix = (bearer: Mix['bearer'], cookie: Mix['cookie'], ids: TerritoryId, trick: Mix['trick'] = 'none'): Mix => ({ host, bearer, cookie, ids, trick });
    const few = [mix(host, 'none', host), mix('none', 'none', host)];
    const more = [mix('none', host, host), mix(neighbour, 'none', host), mix('forged', 'none', host), mix(host, 'none', neighbour), mix(host, 'none', host, trickNames[n % trickNames.length]!)];
    return [...few, ...(quick ? [] : more)].map((one) => ({ operation, probe: probes[operation.id]!, mix: one }));
  });
}

const codes = { suspended: 'territory_suspended', archived: 'territory_archived' } as const;

/** What is wrong with a closed territory's answer, in words: it must say that it is closed, and hold nothing of anybody. A trick may lead nowhere instead. */
export function wrongWith(answer: WireAnswer, wire: Wire, host: ClosedId, belongings: Belongings, tricked: boolean): string[] {
  const leaks = leaksIn(answer, wire, 'nobody', false, belongings).map(({ text }) => text);
  const text = answer.body.toString();
  const told = answer.status === 403 && answer.headers['content-type'] === 'application/problem+json; charset=utf-8' && text.includes(`"code":"${codes[closed[host]]}"`) && /"detail":".{20,}"/.test(text);
  return [...leaks, ...(told || (tricked && answer.status >= 400 && answer.status < 500) ? [] : [`${answer.status} ${text.slice(0, 200)}`])];
}

/** Ways to ask for the files of a closed territory: by its own links, at its own host for files. */
export function fileKnocks({ territory, files, people }: Estate, port: number): Wire[] {
  const host = filesHostOf(territory, port);
  const all: Record<string, string>[] = [{ host }, { host, cookie: people.author.cookie }, { host, authorization: `Bearer ${people.author.token}`, range: 'bytes=0-99' }];
  return [files.privateLink, files.publicLink].flatMap((target) => all.map((headers) => ({ method: 'GET', target, headers })));
}

/** Does work; answers which calls between services were made meanwhile in the name of a territory. */
export async function callsInTheNameOf(pod: Pod, territory: TerritoryId, work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const { nc } = pod.resources.nats;
  const hears = rpcs.map((rpc) => nc.subscribe(rpcSubject(pod.config.podId, rpc), { callback: (_, message) => void (message.headers?.get('up-territory') === territory && heard.push(message.subject)) }));
  try {
    await nc.flush();
    await work();
    await nc.flush();
  } finally {
    for (const one of hears) one.unsubscribe();
  }
  return heard;
}
