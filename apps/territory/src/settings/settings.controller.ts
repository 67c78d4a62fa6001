import { Controller } from '@nestjs/common';
import { territory, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { SettingsService } from './settings.service.ts';

@Controller()
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Route(territory.changeTerritory)
  changeTerritory(@Ctx() call: MemberContext, @In() input: RouteInput<typeof territory.changeTerritory>) {
    return this.settings.change(call, input.params.territoryId, input.body);
  }
}
