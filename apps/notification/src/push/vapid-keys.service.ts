import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, KEYRING, type Clock } from '@unityplan/service-kit';
import { openText, sealText, type Keyring } from '@unityplan/territory';
import webPush from 'web-push';
import type { NotificationDb } from '../db/schema.ts';

export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const owner = (territory: string) => ({ territory, memberId: 'vapid key' });
const purpose = 'vapid_keys.private';

/**
 * The key pair with which a territory signs towards push services: made once, by whichever process comes first, and kept sealed in the
 * territory's schema, so that it moves with it. Browsers know the public one, hence it is never changed by itself.
 */
@Injectable()
export class VapidKeyService {
  private readonly known = new Map<string, Promise<VapidKeys>>();

  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of(territory: string): Promise<VapidKeys> {
    const known = this.known.get(territory) ?? this.load(territory);
    this.known.set(territory, known);
    known.catch(() => this.known.delete(territory));
    return known;
  }

  private async load(territory: string): Promise<VapidKeys> {
    return (await this.read(territory)) ?? (await this.make(territory));
  }

  private async read(territory: string): Promise<VapidKeys | undefined> {
    const row = await this.db.read(territory, (reader) => reader.selectFrom('vapid_keys').selectAll().executeTakeFirst());
    if (!row) return undefined;
    const key = this.keyring.openMemberKey(row.wrapped_key, owner(territory));
    return { publicKey: row.public_key, privateKey: openText(key, row.private_sealed, { ...owner(territory), purpose }) };
  }

  private async make(territory: string): Promise<VapidKeys> {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    const { key, wrapped } = this.keyring.createMemberKey(owner(territory));
    const row = { id: 1, public_key: publicKey, wrapped_key: wrapped, private_sealed: sealText(key, privateKey, { ...owner(territory), purpose }), created_at: new Date(this.clock()) };
    await this.db.transact(territory, (tx) => tx.db.insertInto('vapid_keys').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute());
    // Another process may have been first: what is stored counts.
    return (await this.read(territory))!;
  }
}
