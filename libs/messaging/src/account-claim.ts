import { setTimeout as wait } from 'node:timers/promises';
import type { NatsLink } from './nats-link.ts';
import { claimSubject } from './subjects.ts';

const connectMs = 5_000;
const answerMs = 500;

/**
 * An account carries one pod, whose streams take every subject of a scope. Tells whoever asks from now on that this one is used by `own`, as long as
 * the link is open; answers what another says that has it, if one does. Of two in the same moment each hears of the other. Throws when the link does not come up.
 */
export async function claimAccount(link: NatsLink, own: string): Promise<string | undefined> {
  const nc = await Promise.race([link.connect(), wait(connectMs, undefined, { ref: false })]);
  if (!nc) throw new Error('it does not answer in time');
  nc.subscribe(claimSubject, {
    callback: (_error, message) => {
      if (message && message.string() !== own) message.respond(own);
    },
  });
  return nc.request(claimSubject, own, { timeout: answerMs }).then((answer) => answer.string(), () => undefined);
}
