import type { IncomingMessage } from 'node:http';
import { commonErrors, gateway, Problem } from '@unityplan/contracts';
import { ClientGone } from './client-gone.ts';
import type { Deadlines, Waiter } from './deadlines.ts';
import { overloaded } from './overloaded.ts';

export interface BodySettings {
  /** Bytes of all bodies that may be on their way in at a time. */
  readonly room: number;
  /** How long a caller may be silent in mid-body. */
  readonly silenceMs: number;
  /** And how long a body may take: so long in any case, and longer the larger it is. */
  readonly leastMs: number;
  readonly bytesPerSecond: number;
}

const tooLarge = (most: number): Problem => new Problem(commonErrors.body_too_large, { maxKb: most / 1024 });

/** The declared length of a body: undefined when there is none, `chunked` when it is not told. Throws body_too_large early, above `most` bytes. */
export function declaredLength(request: IncomingMessage, most: number): number | 'chunked' | undefined {
  if (request.headers['transfer-encoding'] !== undefined) return 'chunked';
  const declared = request.headers['content-length'];
  if (declared === undefined || declared === '0') return undefined;
  if (Number(declared) > most) throw tooLarge(most);
  return Number(declared);
}

/**
 * Bodies are taken in whole before a service hears of the call: whoever sends a byte a second keeps a buffer of ours busy and no
 * connection of a service. All bodies together have a bounded room.
 */
export class Bodies {
  private taken = 0;
  constructor(
    private readonly deadlines: Deadlines,
    private readonly settings: BodySettings,
  ) {}

  /** Bytes that are promised to bodies on their way in. */
  get reserved(): number {
    return this.taken;
  }

  /** The whole body. Rejects with body_too_large, request_too_slow, gateway_busy when there is no room, or ClientGone. */
  async gather(request: IncomingMessage, declared: number | 'chunked', most: number): Promise<Buffer> {
    const room = declared === 'chunked' ? most : declared;
    if (this.taken + room > this.settings.room) throw overloaded();
    this.taken += room;
    try {
      return await this.read(request, most);
    } finally {
      this.taken -= room;
    }
  }

  private read(request: IncomingMessage, most: number): Promise<Buffer> {
    const { silenceMs, leastMs, bytesPerSecond } = this.settings;
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      let seen = 0;
      const end = (settle: () => void): void => {
        this.deadlines.delete(waiter);
        request.off('data', take).off('end', done).off('close', gone);
        settle();
      };
      const waiter: Waiter = { deadline: begun + silenceMs, before: undefined, after: undefined, late: () => end(() => reject(new Problem(gateway.gatewayErrors.request_too_slow))) };
      const take = (part: Buffer): void => {
        parts.push(part);
        seen += part.length;
        waiter.deadline = Math.min(performance.now() + silenceMs, begun + Math.max(leastMs, (most / bytesPerSecond) * 1000));
        if (seen > most) end(() => reject(tooLarge(most)));
      };
      const done = (): void => end(() => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts, seen)));
      const gone = (): void => end(() => reject(new ClientGone('the client closed the connection')));
      this.deadlines.add(waiter);
      request.on('data', take).once('end', done).once('close', gone);
    });
  }
}
