import type { Belongings } from '../canaries.ts';
import type { Pod } from '../pod.ts';
import { everywhere, type TerritoryId } from '../territories.ts';
import { callerOf, filesHostOf, hostOf, type Person } from './caller.ts';
import { teach } from './courses.ts';
import { store } from './files.ts';
import { join, promote } from './people.ts';
import { talk } from './talk.ts';
import { tell } from './telling.ts';
import { claimIds } from './ids.ts';

/** One territory as it is lived in: people, and something of everything that a territory can hold. */
export type Estate = Awaited<ReturnType<typeof furnish>>;
export type Estates = Readonly<Record<TerritoryId, Estate>>;

async function furnish(pod: Pod, territory: TerritoryId, belongings: Belongings) {
  const caller = callerOf(pod.port, territory);
  const people = { manager: await join(pod, territory, caller), author: await join(pod, territory, caller), reader: await join(pod, territory, caller) };
  await promote(pod, people.manager);
  const files = await store(pod.port, caller, belongings, people);
  const courses = await teach(caller, people, files.coverId);
  for (const link of [files.privateLink, files.publicLink]) await files.served(link);
  const forum = await talk(pod, caller, people);
  await pod.drain();
  const told = await tell(pod, caller, people);
  belongings.addId(told.orderId, territory, 'own');
  return { territory, host: hostOf(territory, pod.port), filesHost: filesHostOf(territory, pod.port), people: people as Readonly<Record<'manager' | 'author' | 'reader', Person>>, files, courses, forum, told };
}

/** Furnishes all of them, and notes down which ids are whose. */
export async function furnishAll(pod: Pod, belongings: Belongings): Promise<Estates> {
  const made: Partial<Record<TerritoryId, Estate>> = {};
  // One after the other: people of a territory are told apart by when they came.
  for (const territory of everywhere) made[territory] = await furnish(pod, territory, belongings);
  await pod.drain();
  await claimIds(pod, belongings);
  return made as Estates;
}
