import { Outbox } from '@unityplan/messaging';
import { StatusRepository, type NewStatus } from '@unityplan/territory-service/life';
import type { Change } from './command.ts';
import { addressOf, Refusal, type Surroundings } from './surroundings.ts';
import { suggestion } from './wish.ts';

const statuses: Readonly<Record<Change['name'], NewStatus>> = { suspend: 'suspended', resume: 'active', archive: 'archived' };
const outcomes: Readonly<Record<Change['name'], string>> = {
  suspend: 'is suspended: nobody gets in, its jobs rest, and nothing is lost.',
  resume: 'is open again:',
  archive: 'is archived. Its data is kept.',
};

/** Suspends, resumes or archives; answers the exit code. Throws a Refusal or a Problem. */
export async function change({ name, territory, reason }: Change, { pod, db, registry, print }: Surroundings): Promise<number> {
  if (!registry.get(territory)) throw new Refusal(`There is no territory ${territory}.${suggestion(territory, registry)}`);
  const repository = new StatusRepository(new Outbox(), pod.podId);
  const changed = await db.global.transact((tx) => repository.change(tx, { territory, status: statuses[name], reason, by: null }));
  print(`${territory} ${outcomes[name]}${name === 'resume' ? ` ${addressOf(pod, territory)}` : ''}${changed ? '' : ' It was so already.'}`);
  return 0;
}
