const day = 24 * 60 * 60 * 1000;
/** How long a key signs. */
export const keyLifetimeMs = 30 * day;
// A new key is known to every verifier before it signs, and an old one stays until its last token has long ended.
const leadMs = day;
const lingerMs = day;

/** A signing key, and the instant (milliseconds since 1970) from which it signs. */
export interface KeyTimes {
  readonly kid: string;
  readonly useFrom: number;
}

/** What to do so that there is a key in use and the next one is published ahead. Keys come oldest first, retired ones left out. */
export function planRotation(keys: readonly KeyTimes[], now: number): { create: number[]; retire: string[] } {
  const newest = keys.at(-1)?.useFrom;
  const create = newest === undefined ? [now, now + keyLifetimeMs] : newest <= now ? [Math.max(newest + keyLifetimeMs, now + leadMs)] : [];
  const retire = keys.filter((_, i) => (keys[i + 1]?.useFrom ?? Infinity) <= now - lingerMs).map(({ kid }) => kid);
  return { create, retire };
}

/** The key to sign with: the latest whose time has come; after a clock that ran ahead was set right, the one that comes first. */
export function keyInUse<K extends Pick<KeyTimes, 'useFrom'>>(keys: readonly K[], now: number): K | undefined {
  return keys.findLast((key) => key.useFrom <= now) ?? keys[0];
}
