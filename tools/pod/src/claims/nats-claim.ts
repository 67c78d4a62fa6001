import { claimAccount, NatsLink } from '@unityplan/messaging';
import { shown, type Claim, type Holder } from './holder.ts';

/** How a pod logs in to a NATS server of the operator's. */
export interface NatsLogin {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** Holds the account. Throws a sentence that says what to change when another pod has it. */
export async function claimNats({ url, user, password }: NatsLogin, run: Holder): Promise<Claim> {
  const link = new NatsLink({ url, user, password, name: 'unityplan pod' });
  const own = JSON.stringify(run);
  try {
    const holder = await claimAccount(link, own).catch((error: unknown) => {
      throw new Error(`NATS_URL cannot be used as ${user}: ${(error as Error).message}. Its account is named by NATS_USER and NATS_PASSWORD.`, { cause: error });
    });
    if (holder !== undefined)
      throw new Error(`The NATS account of NATS_URL is in use by ${shown(holder)}. Two pods must not share one: give each a user of another account with NATS_USER and NATS_PASSWORD, name another server in NATS_URL, or stop the other pod.`);
  } catch (error) {
    await link.drain();
    throw error;
  }
  return { release: () => link.drain() };
}
