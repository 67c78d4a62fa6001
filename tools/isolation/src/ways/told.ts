import type { Belongings } from '../canaries.ts';
import type { Pod } from '../pod.ts';

const sender = /https?:\/\/([a-z]{2})\.(?:files-unityplan\.)?localhost/g;

/** Mails that speak of more than one territory: where its links lead, and whose words it holds. The address itself is its reader's business. */
export function mixedMails(pod: Pod, belongings: Belongings): string[] {
  return pod.mails.inbox.flatMap(({ to, text }) => {
    const from = new Set([...text.matchAll(sender)].map(([, slug]) => slug!.toUpperCase()));
    const about = belongings.in(Buffer.from(text.replaceAll(to, ''))).filter(({ territory }) => !from.has(territory));
    return from.size <= 1 && about.length === 0 ? [] : [`to ${to} from ${[...from].join()}: ${about.map(({ text: word }) => word).join()}`];
  });
}

/** Push messages that speak of more than one territory. */
export function mixedPushes(pod: Pod, belongings: Belongings): string[] {
  return pod.push.attempts.flatMap(({ text }) => {
    const about = new Set(belongings.in(Buffer.from(text)).map(({ territory }) => territory));
    return about.size <= 1 ? [] : [`${[...about].join()}: ${text.slice(0, 200)}`];
  });
}

/** Keys of Redis that hold words of a territory at all, or ids of more than one. What is kept there for one must not be found by another. */
export async function mixedKeys(pod: Pod, belongings: Belongings): Promise<{ keys: number; wrong: string[] }> {
  const { redis } = pod.resources;
  const keys = await redis.keys('*');
  const wrong: string[] = [];
  for (const key of keys) {
    const value = (await redis.type(key)) === 'string' ? (await redis.get(key)) ?? '' : '';
    const about = belongings.in(Buffer.from(`${key} ${value}`));
    const owners = new Set(about.map(({ territory }) => territory));
    if (owners.size > 1 || about.some(({ text }) => text.startsWith('kanari'))) wrong.push(`${key}: ${[...owners].join()}`);
  }
  return { keys: keys.length, wrong };
}
