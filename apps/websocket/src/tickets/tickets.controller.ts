import { Controller } from '@nestjs/common';
import { websocket } from '@unityplan/contracts';
import { Ctx, Route, type CallContext } from '@unityplan/service-kit';
import { Tickets } from './tickets.service.ts';

@Controller()
export class TicketsController {
  constructor(private readonly tickets: Tickets) {}

  @Route(websocket.createTicket)
  create(@Ctx() call: CallContext) {
    return this.tickets.issue({ territory: call.territory, memberId: call.member?.memberId ?? null, sessionId: call.member?.sessionId ?? null, expiresAt: call.member?.expiresAt ?? null });
  }
}
