import { Controller } from '@nestjs/common';
import { territory, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { OrdersService } from './orders.service.ts';
import { OrdersViews } from './orders.views.ts';

@Controller()
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly views: OrdersViews,
  ) {}

  @Route(territory.requestTerritory)
  requestTerritory(@Ctx() call: MemberContext, @In() input: RouteInput<typeof territory.requestTerritory>) {
    return this.orders.request(call, input.body);
  }

  @Route(territory.listTerritoryOrders)
  listTerritoryOrders(@Ctx() call: CallContext, @In() input: RouteInput<typeof territory.listTerritoryOrders>) {
    return this.views.list(call.territory, input.query);
  }

  @Route(territory.getTerritoryOrder)
  getTerritoryOrder(@Ctx() call: CallContext, @In() input: RouteInput<typeof territory.getTerritoryOrder>) {
    return this.views.one(call.territory, input.params.orderId);
  }
}
