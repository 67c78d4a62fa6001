import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { Ctx, filesHostPath, FromGateway, type CallContext } from '@unityplan/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerWith } from './answer.ts';
import { ServingViews } from './serving.views.ts';

/** What browsers get on the host for files. */
@Controller(filesHostPath)
export class ServingController {
  constructor(private readonly views: ServingViews) {}

  @FromGateway('the signature of the link decides; browsers send no session to this host')
  @Get('f/:fileId/:size')
  async signed(@Param() { fileId, size }: { fileId: string; size: string }, @Query() { e, s }: { e?: string; s?: string }, @Ctx() call: CallContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await answerWith(await this.views.signed(call.territory, { fileId, size, ends: String(e), signature: String(s) }), request, reply);
  }

  @FromGateway('public content, shown to everyone')
  @Get('c/:cid')
  async public(@Param('cid') cid: string, @Ctx() call: CallContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await answerWith(await this.views.public(call.territory, cid), request, reply);
  }
}
