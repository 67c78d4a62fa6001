import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { Reason } from '../db/notifications.table.ts';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import { WaitingService } from '../waiting/waiting.service.ts';
import type { Preferences } from './preferences.policy.ts';
import { PreferencesRepository } from './preferences.repository.ts';

/** Sets what members are told, and how. Everything takes effect for what waits too: all of it is checked again when sent. */
@Injectable()
export class PreferencesService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: PreferencesRepository,
    private readonly waiting: WaitingService,
  ) {}

  set(territory: string, memberId: string, preferences: Preferences): Promise<Preferences> {
    return this.change(territory, memberId, (tx) => this.repository.set(tx, memberId, preferences));
  }

  /** Turns single mails for one reason on or off. */
  setMail(territory: string, memberId: string, reason: Reason, on: boolean): Promise<Preferences> {
    return this.db.transact(territory, (tx) => this.repository.setChannels(tx, memberId, reason, { mail: on ? 'instant' : 'off' }));
  }

  setDigest(territory: string, memberId: string, on: boolean): Promise<Preferences> {
    return this.change(territory, memberId, (tx) => this.repository.setDigest(tx, memberId, on));
  }

  setInApp(tx: NotificationTx, memberId: string, reason: Reason, on: boolean): Promise<Preferences> {
    return this.repository.setChannels(tx, memberId, reason, { inApp: on });
  }

  /** Digests are planned anew, and what quiet hours hold back is looked at again. */
  private change(territory: string, memberId: string, write: (tx: NotificationTx) => Promise<Preferences>): Promise<Preferences> {
    return this.db.transact(territory, async (tx) => {
      const preferences = await write(tx);
      await this.waiting.lookAgain(tx, memberId);
      return preferences;
    });
  }
}
