import { Inject, Injectable } from '@nestjs/common';
import { Problem, territory as contracts, type RouteInput } from '@unityplan/contracts';
import { CONFIG, DB, REGISTRY, type MemberContext, type PodConfig } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { v7 } from 'uuid';
import type { NewOrder, TerritoryDb } from '../db/schema.ts';
import { toOrder, type Order } from './orders.mapper.ts';
import { checkId, isSame, isWithin, particularsOf } from './orders.policy.ts';
import { OrdersRepository } from './orders.repository.ts';

type Body = RouteInput<typeof contracts.requestTerritory>['body'];
const errors = contracts.territoryErrors;

/** Takes orders for new communities. Carrying them out needs rights that no service has: the provisioner does. */
@Injectable()
export class OrdersService {
  constructor(
    @Inject(DB) private readonly db: TerritoryDb,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: PodConfig,
    private readonly orders: OrdersRepository,
  ) {}

  /** Records an order; the same one again is the same order. The caller manages the territory of the host, and so all that lies below it. */
  async request({ territory, member }: MemberContext, body: Body): Promise<Order> {
    const parent = body.parent ?? territory;
    if (!isWithin(parent, territory, this.registry)) throw new Problem(errors.territory_outside_authority, { territory: parent });
    // Before anything is looked up: that somebody else has ordered an id is nobody's business.
    checkId(body.territoryId, parent);
    const wish = { territory: body.territoryId, kind: 'community', name: body.name, parent, geographicCountries: this.registry.require(parent).geographicCountries, defaultLanguage: body.defaultLanguage, database: null } as const;
    const order = await this.db.global.transact(async (tx) => {
      const standing = await this.orders.standing(tx, wish.territory);
      // One that was opened and closed since is no answer to who wants it open.
      const isClosed = ['suspended', 'archived'].includes(this.registry.get(wish.territory)?.status ?? '');
      if (standing && isSame(standing, wish) && !isClosed) return standing;
      if (standing && standing.status !== 'done') throw new Problem(errors.territory_order_open, { territory: wish.territory });
      const fresh: NewOrder = { ...particularsOf(wish, this.registry), id: v7(), requested_by: member.memberId, requested_in: territory };
      const made = await this.orders.insert(tx, fresh);
      if (made) return made;
      // Somebody was quicker by a moment.
      const first = await this.orders.standing(tx, wish.territory);
      if (first && isSame(first, wish)) return first;
      throw new Problem(errors.territory_order_open, { territory: wish.territory });
    });
    return toOrder(order, this.config);
  }
}
