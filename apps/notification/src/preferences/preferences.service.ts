import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { Reason } from '../db/notifications.table.ts';
import type { NotificationDb } from '../db/schema.ts';
import type { Preferences } from './preferences.policy.ts';
import { PreferencesRepository } from './preferences.repository.ts';

@Injectable()
export class PreferencesService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: PreferencesRepository,
  ) {}

  set(territory: string, memberId: string, preferences: Preferences): Promise<Preferences> {
    return this.db.transact(territory, (tx) => this.repository.set(tx, memberId, preferences));
  }

  /** Turns mail for one reason on or off. Takes effect for mail that is already queued, too: it is checked again when sent. */
  setMail(territory: string, memberId: string, reason: Reason, on: boolean): Promise<Preferences> {
    return this.db.transact(territory, (tx) => this.repository.setMail(tx, memberId, reason, on));
  }
}
