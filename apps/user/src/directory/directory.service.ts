import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { UserDb } from '../db/schema.ts';

/** `global.user_directory`: a member's id and home, for every service and pod. */
@Injectable()
export class DirectoryService {
  constructor(@Inject(DB) private readonly db: UserDb) {}

  /**
   * Lists a member as active. Idempotent, since it commits on its own: a consumer's transaction is one territory's, and the
   * directory lies in `global`. Should the event come again, the row is simply there.
   */
  async list(memberId: string, homeTerritory: string): Promise<void> {
    await this.db.global.transact((tx) =>
      tx.db.insertInto('user_directory').values({ user_id: memberId, home_territory: homeTerritory }).onConflict((conflict) => conflict.column('user_id').doNothing()).execute());
  }
}
