import { Injectable } from '@nestjs/common';
import type { Changed } from '../announce.ts';
import type { TerritoryTx } from '../db/schema.ts';

/** A territory's own words about itself, as they are stored. */
export interface Written {
  readonly name_en: string;
  readonly name_da: string;
  readonly name_own: string | null;
  readonly default_language: string;
  readonly settings: unknown;
}

@Injectable()
export class SettingsRepository {
  /** Locks the row until the end of `tx`. */
  lock(tx: TerritoryTx, territory: string): Promise<Written & Changed & { readonly pod_id: string | null }> {
    return tx.db
      .selectFrom('territories').select(['id', 'status', 'routing_epoch', 'pod_id', 'name_en', 'name_da', 'name_own', 'default_language', 'settings'])
      .where('id', '=', territory).forUpdate().executeTakeFirstOrThrow();
  }

  async write(tx: TerritoryTx, territory: string, { settings, ...columns }: Written): Promise<void> {
    await tx.db.updateTable('territories').set({ ...columns, settings: JSON.stringify(settings) }).where('id', '=', territory).execute();
  }
}
