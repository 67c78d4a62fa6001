import type { Belongings } from '../canaries.ts';
import type { Estate } from '../estate/estate.ts';
import { leaksIn, type Tally } from '../inspect.ts';
import type { Scene } from '../mixes.ts';
import { send, type Wire } from '../wire.ts';

/** Ways to ask one territory's host for the files of another. */
function wires(host: Estate, other: Estate): Wire[] {
  const get = (target: string, headers: Record<string, string>): Wire => ({ method: 'GET', target, headers });
  const { token, cookie } = host.people.author;
  const cid = other.files.publicLink.split('/').at(-1)!;
  return [other.files.privateLink, other.files.publicLink, `/f/${other.files.avatarId}/small?e=zzzz&s=${'A'.repeat(22)}`, `/f/${other.files.avatarId}/small${host.files.privateLink.slice(host.files.privateLink.indexOf('?'))}`, `/ipfs/${cid}`].flatMap((target) => [
    get(target, { host: host.filesHost }),
    get(target, { host: host.filesHost, authorization: `Bearer ${token}` }),
    get(target, { host: host.filesHost, authorization: `Bearer ${other.people.author.token}`, 'x-forwarded-host': other.filesHost, 'x-territory-id': other.territory }),
    get(target, { host: host.filesHost, range: 'bytes=0-9999', cookie }),
    get(target, { host: host.filesHost.toUpperCase() }),
    get(target, { host: host.host, cookie }),
    get(`http://${other.filesHost}${target}`, { host: host.filesHost }),
  ]);
}

/** Answers of the file host that held bytes of another territory, in words. */
export async function filesLeak(scene: Scene, host: Estate, other: Estate, belongings: Belongings, tally: Tally): Promise<string[]> {
  const wrong: string[] = [];
  for (const wire of wires(host, other)) {
    const answer = await send(scene.port, wire);
    tally.add(answer.status);
    const leaks = leaksIn(answer, wire, host.territory, true, belongings);
    if (leaks.length > 0 || answer.status < 400) wrong.push(`${wire.target} at ${wire.headers['host']}: ${answer.status} ${leaks.map(({ text }) => text).join(', ')}`);
  }
  return wrong;
}

/** Whether the territory's own links show its files, so that the others' failure means something. */
export async function filesShown(scene: Scene, of: Estate, belongings: Belongings): Promise<boolean> {
  const answers = await Promise.all([of.files.privateLink, of.files.publicLink].map((target) => send(scene.port, { method: 'GET', target, headers: { host: of.filesHost } })));
  return answers.every(({ status, all }) => status === 200 && belongings.in(all).some(({ territory }) => territory === of.territory));
}
