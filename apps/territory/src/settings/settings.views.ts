import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { Territory } from '@unityplan/territory';
import type { TerritoryDb } from '../db/schema.ts';
import { settingsOf, type Settings } from './settings.policy.ts';

@Injectable()
export class SettingsViews {
  constructor(@Inject(DB) private readonly db: TerritoryDb) {}

  async of(territory: Territory): Promise<Settings> {
    const row = await this.db.global.read((reader) => reader.selectFrom('territories').select('settings').where('id', '=', territory.id).executeTakeFirst());
    return settingsOf(territory, row?.settings ?? {});
  }
}
