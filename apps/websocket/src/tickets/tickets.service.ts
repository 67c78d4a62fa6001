import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, websocket } from '@unityplan/contracts';
import { CLOCK, CONFIG, REDIS, type Clock } from '@unityplan/service-kit';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { WebsocketConfig } from '../websocket.config.ts';

const holder = z.object({ territory: z.string(), memberId: z.string().nullable(), sessionId: z.string().nullable(), expiresAt: z.number().nullable() });
/** Who opens a live connection: a member until the token ends (seconds since 1970), or a guest. */
export type TicketHolder = z.infer<typeof holder>;

interface Kept {
  readonly holder: TicketHolder;
  readonly until: number;
  spent: boolean;
}

/**
 * Tickets stand for the token where a token may not go (an address, a socket's first message): opaque, for one use, short.
 * They are kept in Redis, so that any process may take them; while Redis is away, in the process that made them.
 */
@Injectable()
export class Tickets {
  private readonly kept = new Map<string, Kept>();

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
  ) {}

  async issue(of: TicketHolder): Promise<{ ticket: string; expiresAt: string }> {
    const ticket = randomBytes(32).toString('base64url');
    const until = this.clock() + this.config.ticketMs;
    try {
      await this.redis.set(keyOf(ticket), JSON.stringify(of), 'PX', this.config.ticketMs);
    } catch {
      this.forgetOld();
      this.kept.set(keyOf(ticket), { holder: of, until, spent: false });
    }
    return { ticket, expiresAt: new Date(until).toISOString() };
  }

  /** Whose ticket it is; from now on it is used. Throws ticket_invalid, or service_unavailable when nobody can tell. */
  async redeem(ticket: string, territory: string): Promise<TicketHolder> {
    const found = await this.take(keyOf(ticket));
    if (found?.territory !== territory) throw new Problem(websocket.websocketErrors.ticket_invalid);
    if (found.expiresAt !== null && found.expiresAt * 1000 <= this.clock()) throw new Problem(websocket.websocketErrors.ticket_invalid);
    return found;
  }

  private async take(key: string): Promise<TicketHolder | undefined> {
    const here = this.kept.get(key);
    if (here) {
      // Kept as spent until its time is over: Redis may have stored it too, just before it went away.
      const good = !here.spent && here.until > this.clock();
      here.spent = true;
      return good ? here.holder : undefined;
    }
    const text = await this.redis.getdel(key).catch(() => {
      throw new Problem(commonErrors.service_unavailable);
    });
    return text === null ? undefined : holder.parse(JSON.parse(text));
  }

  private forgetOld(): void {
    const now = this.clock();
    for (const [key, { until }] of this.kept) if (until <= now) this.kept.delete(key);
  }
}

// The store knows only the hash: reading it opens no connection.
const keyOf = (ticket: string): string => `websocket:ticket:${createHash('sha256').update(ticket).digest('base64url')}`;
