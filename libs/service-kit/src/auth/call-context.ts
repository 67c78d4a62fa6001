import type { FastifyReply } from 'fastify';

/** A verified member: the id, and the session whose token was shown. */
export interface Member {
  readonly memberId: string;
  readonly sessionId: string;
  /** Seconds since 1970 at which the shown token ends. */
  readonly expiresAt: number;
}

/** Everything a handler may know about a call besides its input. */
export interface CallContext {
  readonly territory: string;
  readonly ip: string;
  readonly language: 'en' | 'da';
  readonly userAgent: string;
  readonly member: Member | undefined;
  /** Scoped by member and route where it is kept. */
  readonly idempotencyKey: string | undefined;
  /** For cookies and caching headers only; the answer itself is what the handler returns. */
  readonly reply: FastifyReply;
}

/** What handlers of `member` routes receive. */
export interface MemberContext extends CallContext {
  readonly member: Member;
}
