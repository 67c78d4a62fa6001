import http from 'node:http';
import https from 'node:https';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG } from '@unityplan/service-kit';
import QuickLRU from 'quick-lru';
import webPush from 'web-push';
import type { NotificationConfig } from '../notification.config.ts';
import { isAllowedEndpoint } from './endpoints.policy.ts';
import { publicLookup } from './public-lookup.ts';
import type { Answer, Manner } from './push.policy.ts';
import type { PushAddress } from './sealed-subscriptions.ts';
import type { VapidKeys } from './vapid-keys.service.ts';

/** A message as it leaves. */
export interface PushMessage extends Manner {
  readonly payload: string;
  /** Replaces an undelivered message of the same key. */
  readonly topic: string;
}

const answerWithinMs = 15_000;

/**
 * The only place that speaks to push services: encrypts (RFC 8291), signs (RFC 8292) and posts (RFC 8030). Follows no redirect, reads
 * no answer but its status, and connects to public addresses alone.
 */
@Injectable()
export class PushTransport implements OnModuleDestroy {
  private readonly agents = {
    guarded: new https.Agent({ keepAlive: true, maxSockets: 8, lookup: publicLookup }),
    'http:': new http.Agent({ keepAlive: true, maxSockets: 8 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 8 }),
  };

  private readonly signatures = new QuickLRU<string, string>({ maxSize: 1_000, maxAge: 3_600_000 });

  constructor(@Inject(CONFIG) private readonly config: NotificationConfig) {}

  onModuleDestroy(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  /** Never throws: whatever goes wrong is an answer. */
  async send({ endpoint, keys }: PushAddress, { payload, ttl, urgency, topic }: PushMessage, vapid: VapidKeys): Promise<Answer> {
    const { pushTrustedOrigins } = this.config;
    if (!isAllowedEndpoint(endpoint, pushTrustedOrigins)) return { code: 'EPRIVATE', unsent: true };
    const url = new URL(endpoint);
    const { cipherText } = webPush.encrypt(keys.p256dh, keys.auth, payload, 'aes128gcm');
    const headers = {
      authorization: this.signature(url.origin, vapid), 'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream', 'content-length': cipherText.length,
      ttl, urgency, topic,
    };
    const agent = pushTrustedOrigins.includes(url.origin) ? this.agents[url.protocol as 'http:' | 'https:'] : this.agents.guarded;
    return post(url, agent, headers, cipherText);
  }

  /** Who we are to one push service (RFC 8292); good for twelve hours, made anew after one. */
  private signature(origin: string, { publicKey, privateKey }: VapidKeys): string {
    const key = `${origin} ${publicKey}`;
    const known = this.signatures.get(key);
    if (known) return known;
    const { Authorization } = webPush.getVapidHeaders(origin, this.config.pushContact, publicKey, privateKey, 'aes128gcm', Math.floor(Date.now() / 1000) + 12 * 3600);
    this.signatures.set(key, Authorization);
    return Authorization;
  }
}

function post(url: URL, agent: http.Agent, headers: http.OutgoingHttpHeaders, body: Buffer): Promise<Answer> {
  return new Promise((answer) => {
    let unsent = true;
    const request = (url.protocol === 'https:' ? https : http).request(url, { method: 'POST', agent, headers, signal: AbortSignal.timeout(answerWithinMs) });
    // Written out whole: before there is a connection that does not happen.
    request.on('finish', () => (unsent = request.socket === null || request.socket.connecting));
    request.on('response', (response) => {
      const { statusCode, headers: { 'retry-after': retryAfter } } = response;
      answer({ status: statusCode, retryAfter });
      // What it says besides is of no use; a short one leaves the connection ready for the next message.
      response.resume();
      response.on('error', () => undefined);
    });
    request.on('error', (error: NodeJS.ErrnoException) => answer({ code: error.name === 'AbortError' ? 'ETIMEDOUT' : (error.code ?? 'unknown'), unsent }));
    request.end(body);
  });
}
