import { Controller } from '@nestjs/common';
import { notification, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { PushSubscriptionsService } from './push-subscriptions.service.ts';
import { VapidKeyService } from './vapid-keys.service.ts';

@Controller()
export class PushController {
  constructor(
    private readonly subscriptions: PushSubscriptionsService,
    private readonly keys: VapidKeyService,
  ) {}

  @Route(notification.getPushKey)
  async key(@Ctx() call: MemberContext) {
    const { publicKey } = await this.keys.of(call.territory);
    return { publicKey };
  }

  @Route(notification.subscribePush)
  subscribe(@In() { body }: RouteInput<typeof notification.subscribePush>, @Ctx() call: MemberContext) {
    return this.subscriptions.subscribe(call, body);
  }

  @Route(notification.listPushDevices)
  list(@Ctx() call: MemberContext) {
    return this.subscriptions.list(call);
  }

  @Route(notification.removePushDevice)
  remove(@In() { params }: RouteInput<typeof notification.removePushDevice>, @Ctx() call: MemberContext) {
    return this.subscriptions.remove(call, params.subscriptionId);
  }

  @Route(notification.unsubscribePush)
  unsubscribe(@In() { body }: RouteInput<typeof notification.unsubscribePush>, @Ctx() call: MemberContext) {
    return this.subscriptions.unsubscribe(call, body.endpoint);
  }

  @Route(notification.testPush)
  test(@In() { params }: RouteInput<typeof notification.testPush>, @Ctx() call: MemberContext) {
    return this.subscriptions.test(call, params.subscriptionId);
  }
}
