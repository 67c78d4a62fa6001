/**
 * Keys for personal data: the pod's key → (HKDF) a key per territory → wraps a random key per member. Erasing a member is
 * deleting the wrapped key. Only node:crypto.
 */
import { createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { TerritoryError } from './errors.ts';
import { parseTerritoryId } from './names.ts';
import { openBytes, sealBytes, sealedVersion, type SealContext, type SealKey } from './seal.ts';

export interface KeyringConfig {
  /** Pod keys by version (1-255): 32 random bytes as base64. Old versions stay until everything is wrapped anew. */
  podKeys: Readonly<Record<number, string>>;
  /** The version that wraps new keys. Default: the highest. */
  current?: number;
  /** Key of the blind indexes, 32 bytes as base64. It cannot rotate without indexing anew, hence apart from the pod keys. Default: derived from the lowest pod key. */
  indexKey?: string;
}

/** A member's key in use, with what to store: `wrapped` is safe in the database. */
export interface MemberKey {
  readonly key: SealKey;
  readonly wrapped: string;
}

/** Who a member key belongs to. */
export type MemberContext = Pick<SealContext, 'territory' | 'memberId'>;

export interface Keyring {
  /** A new random key of a member, wrapped for the database. */
  createMemberKey(member: MemberContext): MemberKey;
  /** The key behind a stored `wrapped`. Throws SEAL_BROKEN for another member, territory or pod, or an unknown version. */
  openMemberKey(wrapped: string, member: MemberContext): SealKey;
  /** The same member key under the current pod key; answers the input when it is current already. */
  rewrap(wrapped: string, member: MemberContext): string;
  /**
   * A keyed hash for look-ups by equality, base64url, 43 characters. Normalise the value first (lower case, NFC, trimmed);
   * equal values match only within one territory and purpose.
   */
  blindIndex(territoryId: string, purpose: string, normalisedValue: string): string;
}

const MEMBER_KEY = 'member-key';

/** Checks the configured keys (CONFIG_INVALID) and derives nothing until asked. */
export function createKeyring(config: KeyringConfig): Keyring {
  const podKeys = new Map(Object.entries(config.podKeys).map(([version, text]) => [versionOf(version), bytesOf(text, `pod key ${version}`)]));
  const versions = [...podKeys.keys()].sort((a, b) => a - b);
  const current = config.current ?? versions.at(-1);
  if (current === undefined || !podKeys.has(current)) throw new TerritoryError('CONFIG_INVALID', 'The keyring has no current pod key.');
  const indexRoot = config.indexKey === undefined ? derive(podKeys.get(versions[0]!)!, 'blind-index-root') : bytesOf(config.indexKey, 'index key');
  const derived = new Map<string, SealKey>();

  const territoryKey = (territory: string, version: number): SealKey => {
    const root = podKeys.get(version);
    if (!root) throw new TerritoryError('SEAL_BROKEN', `This value needs pod key ${version}, which is not configured.`);
    const id = `${version}/${parseTerritoryId(territory)}`;
    const key = derived.get(id) ?? { version, key: createSecretKey(derive(root, `territory-key/${parseTerritoryId(territory)}`)) };
    derived.set(id, key);
    return key;
  };
  const context = (member: MemberContext): SealContext => ({ territory: parseTerritoryId(member.territory), memberId: member.memberId, purpose: MEMBER_KEY });
  const unwrap = (wrapped: string, member: MemberContext): Buffer => openBytes(territoryKey(member.territory, sealedVersion(wrapped)), wrapped, context(member));

  return {
    createMemberKey: (member) => {
      const bytes = randomBytes(32);
      return { key: { version: 1, key: createSecretKey(bytes) }, wrapped: sealBytes(territoryKey(member.territory, current), bytes, context(member)) };
    },
    openMemberKey: (wrapped, member) => ({ version: 1, key: createSecretKey(unwrap(wrapped, member)) }),
    rewrap: (wrapped, member) =>
      sealedVersion(wrapped) === current ? wrapped : sealBytes(territoryKey(member.territory, current), unwrap(wrapped, member), context(member)),
    blindIndex: (territoryId, purpose, normalisedValue) =>
      createHmac('sha256', derive(indexRoot, `blind-index/${parseTerritoryId(territoryId)}/${purpose}`)).update(normalisedValue, 'utf8').digest('base64url'),
  };
}

const derive = (root: Uint8Array, info: string): Buffer => Buffer.from(hkdfSync('sha256', root, 'unityplan keyring', info, 32));

function versionOf(text: string): number {
  const version = Number(text);
  if (Number.isInteger(version) && version >= 1 && version <= 255) return version;
  throw new TerritoryError('CONFIG_INVALID', `Pod key version ${text} is not between 1 and 255.`);
}

function bytesOf(text: string, what: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 32) return bytes;
  throw new TerritoryError('CONFIG_INVALID', `The ${what} must be 32 bytes as base64 (openssl rand -base64 32).`);
}
