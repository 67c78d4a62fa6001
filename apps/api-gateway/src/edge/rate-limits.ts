import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { limitKey } from './client-address.ts';
import { Leases } from './leases.ts';

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
/** Whoever has used up everything else can still leave: counted apart. */
const leavingPerMinute = 30;
type Bucket = 'anonymous' | 'member' | 'mail' | 'socket' | 'file' | 'leaving';

/** Counts in Redis, so that all gateways count together; while Redis is away each counts for itself. */
export class RateLimits {
  private readonly buckets: Record<Bucket, Leases>;
  private readonly key: KeyObject;

  /** `key` hides addresses: what is stored in Redis is no personal datum. */
  constructor(
    private readonly settings: LimitSettings,
    redis: Redis,
    key: Buffer,
  ) {
    this.key = createSecretKey(key);
    const bucket = (name: Bucket, points: number, duration: number): Leases => {
      const common = { keyPrefix: `gateway:${name}`, points, duration };
      return new Leases(new RateLimiterRedis({ ...common, storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter: new RateLimiterMemory(common) }));
    };
    this.buckets = {
      anonymous: bucket('anonymous', settings.anonymousPerMinute, 60),
      member: bucket('member', settings.memberPerMinute, 60),
      mail: bucket('mail', settings.mailsPerHour, 3600),
      socket: bucket('socket', settings.socketsPerMinute, 60),
      file: bucket('file', settings.filesPerMinute, 60),
      leaving: bucket('leaving', leavingPerMinute, 60),
    };
  }

  /** One call to the API. Throws too_many_requests with the seconds to wait; undefined or a promise of nothing when it may go on. */
  call({ client, memberId, address, route, leaving }: { client: string; memberId: string | undefined; address: string; route: string; leaving: boolean }): Promise<void> | undefined {
    const first = this.take(leaving ? 'leaving' : memberId === undefined ? 'anonymous' : 'member', client);
    if (!mailRoutes.has(route)) return first;
    return Promise.resolve(first).then(() => this.take('mail', `${route} ${limitKey(address)}`));
  }

  /** One new live connection. */
  async socket(address: string): Promise<void> {
    await this.take('socket', limitKey(address));
  }

  /** One file. */
  async file(address: string): Promise<void> {
    await this.take('file', limitKey(address));
  }

  private take(bucket: Bucket, who: string): Promise<void> | undefined {
    if (!this.settings.enabled) return undefined;
    const wait = this.buckets[bucket].take(who, () => createHmac('sha256', this.key).update(who).digest('base64url').slice(0, 22));
    if (typeof wait !== 'number') return wait.then(refuseAfter);
    refuseAfter(wait);
    return undefined;
  }
}

function refuseAfter(ms: number): void {
  if (ms > 0) throw new Problem(commonErrors.too_many_requests, { retryAfter: Math.max(1, Math.ceil(ms / 1000)) });
}
