import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, KEYRING, type Clock } from '@unityplan/service-kit';
import { openText, sealText, type Keyring } from '@unityplan/territory';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import type { SigningKeyRow } from '../db/signing-keys.table.ts';
import { keyInUse, planRotation } from './keys.policy.ts';
import { KeysRepository } from './keys.repository.ts';

const purpose = 'signing_keys.private';
const rememberMs = 10 * 60_000;

interface LoadedKey {
  readonly kid: string;
  readonly useFrom: number;
  readonly privateKey: KeyObject;
}

/** The ES256 keys with which a territory signs its tokens: made, published, rotated and opened here alone. */
@Injectable()
export class SigningKeys {
  private readonly loaded = new Map<string, { keys: LoadedKey[]; at: number }>();
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: KeysRepository,
  ) {}

  /** The key to sign with now. It is published before anyone gets it. */
  async current(territory: string): Promise<LoadedKey> {
    const known = this.loaded.get(territory);
    const fresh = known && Math.abs(this.clock() - known.at) < rememberMs ? known.keys : undefined;
    const key = keyInUse(fresh ?? (await this.rotate(territory)), this.clock());
    if (!key) throw new Error(`${territory} has no signing key`);
    return key;
  }

  /** Makes what is missing, retires what is old, publishes the rest. Safe to call at any time and from many processes. */
  async rotate(territory: string): Promise<LoadedKey[]> {
    const now = new Date(this.clock());
    const { kept, retired } = await this.db.transact(territory, (tx) => this.arrange(tx, now));
    await this.db.global.transact(async (tx) => {
      await this.repository.publish(tx, territory, kept);
      await this.repository.retirePublished(tx, territory, retired, now);
    });
    const keys = kept.map((row) => ({ kid: row.kid, useFrom: row.use_from.getTime(), privateKey: this.open(territory, row) }));
    this.loaded.set(territory, { keys, at: now.getTime() });
    return keys;
  }

  private async arrange(tx: AuthTx, now: Date): Promise<{ kept: SigningKeyRow[]; retired: string[] }> {
    const all = await this.repository.lock(tx);
    const rows = all.filter((row) => row.retired_at === null);
    const { create, retire } = planRotation(rows.map(({ kid, use_from }) => ({ kid, useFrom: use_from.getTime() })), now.getTime());
    const made: SigningKeyRow[] = [];
    for (const useFrom of create) made.push(await this.repository.insert(tx, this.make(tx.territory, new Date(useFrom), now)));
    await this.repository.retire(tx, retire, now);
    return { kept: [...rows.filter(({ kid }) => !retire.includes(kid)), ...made], retired: [...retire, ...all.filter((row) => row.retired_at !== null).map(({ kid }) => kid)] };
  }

  private make(territory: string, useFrom: Date, now: Date) {
    const kid = randomBytes(12).toString('base64url');
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const owner = { territory, memberId: `signing-key ${kid}` };
    const { key, wrapped } = this.keyring.createMemberKey(owner);
    const sealed = sealText(key, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, { ...owner, purpose });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
    return { kid, wrapped_key: wrapped, private_sealed: sealed, jwk: JSON.stringify(jwk), created_at: now, use_from: useFrom };
  }

  private open(territory: string, row: SigningKeyRow): KeyObject {
    const owner = { territory, memberId: `signing-key ${row.kid}` };
    return createPrivateKey(openText(this.keyring.openMemberKey(row.wrapped_key, owner), row.private_sealed, { ...owner, purpose }));
  }
}
