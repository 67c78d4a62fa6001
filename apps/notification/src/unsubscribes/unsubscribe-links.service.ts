import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { notification, RouteAnswer } from '@unityplan/contracts';
import { CONFIG, deriveKey, publicOrigin } from '@unityplan/service-kit';
import type { PodConfig } from '@unityplan/service-kit';
import { parse, stringify } from 'uuid';

/** Whose mail a link ends: for a reason, or all digests. */
export interface Subscription {
  readonly memberId: string;
  readonly about: RouteAnswer<typeof notification.unsubscribe>['about'];
}

const version = 1;
/** By place in a token: only ever add at the end, or old mails would end something else. */
const abouts: readonly Subscription['about'][] = [
  'mention', 'reply', 'digest', 'watching', 'post_moderated', 'appeal_decided', 'flag_decided', 'badge_ended', 'badge_expiring', 'badge_awarded',
];
const macBytes = 16;

/**
 * Makes and reads the tokens of unsubscribe links: who and why, signed with a key of the pod. Nothing is stored; a link works as long
 * as there is a preference to change, and can do nothing else.
 */
@Injectable()
export class UnsubscribeLinks {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) private readonly config: PodConfig) {
    this.key = deriveKey(config.podSecret, 'unsubscribe links');
  }

  /** `oneClick` is what mail programs POST to (RFC 8058); `page` is for people. */
  of(territory: string, subscription: Subscription): { oneClick: string; page: string } {
    const token = this.sign(territory, subscription);
    const origin = publicOrigin(this.config, territory);
    return { oneClick: `${origin}/api/v1/unsubscribes/${token}`, page: `${origin}/unsubscribe?token=${token}` };
  }

  sign(territory: string, { memberId, about }: Subscription): string {
    const text = Buffer.concat([Buffer.from([version, abouts.indexOf(about)]), parse(memberId)]);
    return Buffer.concat([text, this.mac(territory, text)]).toString('base64url');
  }

  /** Undefined for anything but a token that this pod made for this territory. */
  read(territory: string, token: string): Subscription | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 18 + macBytes || bytes.toString('base64url') !== token) return undefined;
    const text = bytes.subarray(0, 18);
    if (!timingSafeEqual(bytes.subarray(18), this.mac(territory, text))) return undefined;
    return { memberId: stringify(text.subarray(2)), about: abouts[text[1]!]! };
  }

  private mac(territory: string, text: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`${territory}\n`).update(text).digest().subarray(0, macBytes);
  }
}
