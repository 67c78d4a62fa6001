import { Controller } from '@nestjs/common';
import { event } from '@unityplan/contracts';
import { Ctx, Route, type CallContext } from '@unityplan/service-kit';
import { Checkpoints } from './checkpoints.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly checkpoints: Checkpoints) {}

  @Route(event.getCheckpoint)
  checkpoint(@Ctx() call: CallContext) {
    return this.checkpoints.newest(call.territory);
  }
}
