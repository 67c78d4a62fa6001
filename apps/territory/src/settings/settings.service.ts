import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, territory as contracts, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CONFIG, DB, REGISTRY, type MemberContext, type PodConfig } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { announce } from '../announce.ts';
import { Authority } from '../authority/authority.service.ts';
import type { TerritoryDb } from '../db/schema.ts';
import { RegistryViews } from '../registry/registry.views.ts';
import { withChange } from './settings.policy.ts';
import { SettingsRepository } from './settings.repository.ts';

const errors = contracts.territoryErrors;

/** Changes of names and settings, for who manages the territory. */
@Injectable()
export class SettingsService {
  constructor(
    @Inject(DB) private readonly db: TerritoryDb,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: PodConfig,
    private readonly authority: Authority,
    private readonly repository: SettingsRepository,
    private readonly outbox: Outbox,
    private readonly views: RegistryViews,
  ) {}

  async change(call: MemberContext, territoryId: string, change: RouteInput<typeof contracts.changeTerritory>['body']) {
    const found = this.registry.get(territoryId);
    if (!found) throw new Problem(commonErrors.not_found);
    await this.authority.requireManager(call, found.id);
    await this.db.global.transact(async (tx) => {
      const row = await this.repository.lock(tx, found.id);
      if (row.status === 'listed' || row.pod_id !== this.config.podId) throw new Problem(errors.territory_not_served, { territory: found.id });
      if (row.status === 'archived') throw new Problem(errors.territory_archived, { territory: found.id });
      await this.repository.write(tx, found.id, withChange(row, change));
      await announce(this.outbox, tx, row);
    });
    await this.registry.refresh();
    return this.views.one(found.id);
  }
}
