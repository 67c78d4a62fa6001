import { Controller, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { notification, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import type { FastifyInstance } from 'fastify';
import { UnsubscribesService } from './unsubscribes.service.ts';

/** For people without a session: the signed token is the right to do this one thing. */
@Controller()
export class UnsubscribesController implements OnModuleInit {
  constructor(
    private readonly unsubscribes: UnsubscribesService,
    private readonly http: HttpAdapterHost,
  ) {}

  /** RFC 8058 lets mail programs send the form as multipart too; what is in it does not matter. */
  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance() as FastifyInstance;
    fastify.addContentTypeParser('multipart/form-data', { parseAs: 'string', bodyLimit: 16 * 1024 }, (_request, _body, done) => done(null, {}));
  }

  @Route(notification.getUnsubscribe)
  describe(@In() { params }: RouteInput<typeof notification.getUnsubscribe>, @Ctx() call: CallContext) {
    return this.unsubscribes.describe(call.territory, params.token);
  }

  @Route(notification.unsubscribe)
  unsubscribe(@In() { params }: RouteInput<typeof notification.unsubscribe>, @Ctx() call: CallContext) {
    return this.unsubscribes.set(call.territory, params.token, false);
  }

  @Route(notification.resubscribe)
  resubscribe(@In() { params }: RouteInput<typeof notification.resubscribe>, @Ctx() call: CallContext) {
    return this.unsubscribes.set(call.territory, params.token, true);
  }
}
