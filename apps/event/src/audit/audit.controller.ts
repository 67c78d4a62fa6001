import { Controller } from '@nestjs/common';
import { event, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { Checkpoints } from './checkpoints.service.ts';
import { EntriesViews } from './entries.views.ts';

@Controller()
export class AuditController {
  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly entries: EntriesViews,
  ) {}

  @Route(event.getCheckpoint)
  checkpoint(@Ctx() call: CallContext) {
    return this.checkpoints.newest(call.territory);
  }

  @Route(event.listAuditEntries)
  list(@In() { query }: RouteInput<typeof event.listAuditEntries>, @Ctx() call: CallContext) {
    return this.entries.list(call.territory, query);
  }
}
