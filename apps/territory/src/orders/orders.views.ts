import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type territory as contracts, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CONFIG, DB, decodeCursor, REGISTRY, toPage, type PodConfig } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { z } from 'zod';
import type { TerritoryDb } from '../db/schema.ts';
import { toOrder, type Order } from './orders.mapper.ts';
import { isWithin, within } from './orders.policy.ts';
import { OrdersRepository } from './orders.repository.ts';

const place = z.tuple([z.uuid()]);

/** Orders as managers of a territory see them: those for communities below it, whoever ordered them. */
@Injectable()
export class OrdersViews {
  constructor(
    @Inject(DB) private readonly db: TerritoryDb,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: PodConfig,
    private readonly orders: OrdersRepository,
  ) {}

  async list(territory: string, { cursor, limit }: RouteInput<typeof contracts.listTerritoryOrders>['query']): Promise<RouteAnswer<typeof contracts.listTerritoryOrders>> {
    const list = `orders below ${territory}`;
    const position = decodeCursor(list, cursor, place);
    const rows = await this.db.global.read((reader) => this.orders.below(reader, within(territory, this.registry), position, limit + 1));
    const page = toPage(list, rows, limit, position, ({ id }) => [id]);
    return { items: page.rows.map((row) => toOrder(row, this.config)), next: page.next, previous: page.previous };
  }

  /** Throws not_found, also for an order below another territory. */
  async one(territory: string, orderId: string): Promise<Order> {
    const row = await this.db.global.read((reader) => this.orders.find(reader, orderId));
    if (row?.parent_territory == null || !isWithin(row.parent_territory, territory, this.registry)) throw new Problem(commonErrors.not_found);
    return toOrder(row, this.config);
  }
}
