import { Redis } from 'ioredis';
import { shown, type Claim, type Holder } from './holder.ts';

const key = 'unityplan:pod';
/** So long a claim outlives a run that was killed; it is renewed thrice as often. */
const outlivesMs = 15_000;

/** Holds a database of a Redis server. Throws a sentence that says what to change when another pod has it. */
export async function claimRedis(url: string, run: Holder, log: (line: string) => void): Promise<Claim> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, connectionName: 'unityplan pod' });
  redis.on('error', () => undefined);
  const own = JSON.stringify(run);
  const renew = async (): Promise<void> => {
    if (await redis.set(key, own, 'PX', outlivesMs, 'NX')) return;
    const holder = await redis.get(key);
    // A run of the same folder is over when this one begins.
    if (holder !== null && !isOf(holder, run)) throw new Error(refusal(holder));
    await redis.set(key, own, 'PX', outlivesMs);
  };
  try {
    await redis.connect();
    await renew();
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  const timer = setInterval(() => void renew().catch((error: unknown) => log(`The claim on Redis: ${(error as Error).message}`)), outlivesMs / 3);
  return {
    release: async () => {
      clearInterval(timer);
      await redis.get(key).then((holder) => (holder === own ? redis.del(key) : 0)).catch(() => undefined);
      redis.disconnect();
    },
  };
}

const refusal = (holder: string): string =>
  `The Redis database of REDIS_URL is in use by ${shown(holder)}. Two pods must not share one: name another database in REDIS_URL, as in redis://host:6379/1, or stop the other pod (one that was killed gives it free after ${outlivesMs / 1000} s).`;

function isOf(holder: string, { stateDir, host }: Holder): boolean {
  try {
    const other = JSON.parse(holder) as Holder;
    return other.stateDir === stateDir && other.host === host;
  } catch {
    return false;
  }
}
