import { Controller } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Ctx, Route, type CallContext } from '@unityplan/service-kit';
import { KeysViews } from './keys.views.ts';

@Controller()
export class KeysController {
  constructor(private readonly keys: KeysViews) {}

  @Route(auth.jwks)
  jwks(@Ctx() call: CallContext) {
    void call.reply.header('cache-control', 'public, max-age=300');
    return this.keys.jwks(call.territory);
  }
}
