import { createHmac } from 'node:crypto';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { limitKey } from './client-address.ts';

export interface LimitSettings {
  readonly enabled: boolean;
  /** Calls to the API per minute and address without a valid token. */
  readonly anonymousPerMinute: number;
  /** Calls to the API per minute and member. */
  readonly memberPerMinute: number;
  /** Registrations and requests for mails per hour and address, each route on its own. */
  readonly mailsPerHour: number;
  /** New live connections per minute and address. */
  readonly socketsPerMinute: number;
  /** Pictures and other files per minute and address. */
  readonly filesPerMinute: number;
}

/** Routes that make us send mail to an address somebody typed. */
const mailRoutes = new Set(['register', 'requestVerification', 'requestPasswordReset']);
type Bucket = 'anonymous' | 'member' | 'mail' | 'socket' | 'file';

/** Counts in Redis, so that all gateways count together; while Redis is away each counts for itself. */
export class RateLimits {
  private readonly buckets: Record<Bucket, RateLimiterAbstract>;

  /** `key` hides addresses: what is stored in Redis is no personal datum. */
  constructor(
    private readonly settings: LimitSettings,
    redis: Redis,
    private readonly key: Buffer,
  ) {
    const bucket = (name: Bucket, points: number, duration: number): RateLimiterAbstract => {
      const common = { keyPrefix: `gateway:${name}`, points, duration };
      return new RateLimiterRedis({ ...common, storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter: new RateLimiterMemory(common) });
    };
    this.buckets = {
      anonymous: bucket('anonymous', settings.anonymousPerMinute, 60),
      member: bucket('member', settings.memberPerMinute, 60),
      mail: bucket('mail', settings.mailsPerHour, 3600),
      socket: bucket('socket', settings.socketsPerMinute, 60),
      file: bucket('file', settings.filesPerMinute, 60),
    };
  }

  /** One call to the API. Throws too_many_requests with the seconds to wait. */
  async call(caller: { address: string; memberId: string | undefined; route: string }): Promise<void> {
    const { address, memberId, route } = caller;
    if (memberId === undefined) await this.take('anonymous', limitKey(address));
    else await this.take('member', memberId);
    if (mailRoutes.has(route)) await this.take('mail', `${route} ${limitKey(address)}`);
  }

  /** One new live connection. */
  async socket(address: string): Promise<void> {
    await this.take('socket', limitKey(address));
  }

  /** One file. */
  async file(address: string): Promise<void> {
    await this.take('file', limitKey(address));
  }

  private async take(bucket: Bucket, who: string): Promise<void> {
    if (!this.settings.enabled) return;
    try {
      await this.buckets[bucket].consume(createHmac('sha256', this.key).update(who).digest('base64url').slice(0, 22));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Problem(commonErrors.too_many_requests, { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
  }
}
