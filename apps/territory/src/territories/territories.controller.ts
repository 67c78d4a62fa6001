import { Controller } from '@nestjs/common';
import { territory, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { TerritoriesViews } from './territories.views.ts';

@Controller()
export class TerritoriesController {
  constructor(private readonly views: TerritoriesViews) {}

  @Route(territory.listTerritories)
  list(@In() input: RouteInput<typeof territory.listTerritories>) {
    return this.views.list(input.query);
  }

  @Route(territory.getTerritory)
  get(@In() input: RouteInput<typeof territory.getTerritory>) {
    return this.views.get(input.params.territoryId);
  }

  @Route(territory.getCurrentTerritory)
  current(@Ctx() call: CallContext) {
    return this.views.get(call.territory);
  }
}
