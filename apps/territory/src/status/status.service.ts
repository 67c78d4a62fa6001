import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, territory as contracts, type RouteInput } from '@unityplan/contracts';
import { DB, REGISTRY, type MemberContext } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { Authority } from '../authority/authority.service.ts';
import type { TerritoryDb } from '../db/schema.ts';
import { RegistryViews } from '../registry/registry.views.ts';
import { StatusRepository } from './status.repository.ts';

const errors = contracts.territoryErrors;

/** Suspends, resumes and archives communities, for managers of what stands above them. */
@Injectable()
export class StatusService {
  constructor(
    @Inject(DB) private readonly db: TerritoryDb,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly authority: Authority,
    private readonly statuses: StatusRepository,
    private readonly views: RegistryViews,
  ) {}

  async set(call: MemberContext, territoryId: string, { status, reason }: RouteInput<typeof contracts.setTerritoryStatus>['body']) {
    const found = this.registry.get(territoryId);
    if (!found) throw new Problem(commonErrors.not_found);
    const { id, parent } = found;
    if (parent === null) throw new Problem(this.registry.sameSovereign(call.territory, id) ? errors.territory_by_operator : errors.territory_outside_authority, { territory: id });
    await this.authority.requireManager(call, parent);
    if (id === call.territory) throw new Problem(errors.territory_own_status);
    const by = { memberId: call.member.memberId, territory: call.territory };
    await this.db.global.transact((tx) => this.statuses.change(tx, { territory: id, status, reason, by }));
    // Also when it was so already: another process may have made it so a moment ago.
    await this.registry.refresh();
    return this.views.one(id);
  }
}
