import { Controller } from '@nestjs/common';
import { territory, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { RegistryViews } from './registry.views.ts';

@Controller()
export class RegistryController {
  constructor(private readonly views: RegistryViews) {}

  @Route(territory.listTerritories)
  listTerritories(@In() input: RouteInput<typeof territory.listTerritories>) {
    return this.views.list(input.query);
  }

  @Route(territory.getTerritory)
  getTerritory(@In() input: RouteInput<typeof territory.getTerritory>) {
    return this.views.one(input.params.territoryId);
  }

  @Route(territory.getCurrentTerritory)
  getCurrentTerritory(@Ctx() call: CallContext) {
    return this.views.one(call.territory);
  }
}
