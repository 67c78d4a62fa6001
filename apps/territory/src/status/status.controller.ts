import { Controller } from '@nestjs/common';
import { territory, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { StatusService } from './status.service.ts';

@Controller()
export class StatusController {
  constructor(private readonly statuses: StatusService) {}

  @Route(territory.setTerritoryStatus)
  setTerritoryStatus(@Ctx() call: MemberContext, @In() input: RouteInput<typeof territory.setTerritoryStatus>) {
    return this.statuses.set(call, input.params.territoryId, input.body);
  }
}
