import { Inject, Injectable } from '@nestjs/common';
import { managers, Problem, territory as contracts } from '@unityplan/contracts';
import { Permissions, REGISTRY, type CallContext } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';

/** Who manages what. Authority comes down from above and never crosses a sovereign. */
@Injectable()
export class Authority {
  constructor(
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly permissions: Permissions,
  ) {}

  /** Refuses a caller who is no manager of the place, or of a territory above it: territory_outside_authority across sovereigns, badge_required within. */
  async requireManager(call: CallContext, place: string): Promise<void> {
    // Not left to badges alone: what a pod says of its members' badges counts nothing under another sovereign, whatever it says.
    if (!this.registry.sameSovereign(call.territory, place)) throw new Problem(contracts.territoryErrors.territory_outside_authority, { territory: place });
    await this.permissions.require(call.territory, call.member?.memberId, managers, place);
  }
}
