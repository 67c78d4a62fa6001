import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, deriveKey, type PodConfig } from '@unityplan/service-kit';
import { parse, stringify } from 'uuid';

/** A refresh token taken apart. */
export interface RefreshToken {
  readonly sessionId: string;
  /** Counts the tokens of a session from 1. */
  readonly generation: number;
  /** As the client holds it. */
  readonly text: string;
  /** What the database holds of it. */
  readonly hash: string;
}

const secretBytes = 32;
const markBytes = 16;
const length = 16 + 4 + secretBytes + markBytes;

/**
 * Refresh tokens: session, generation, 256 secret bits and a mark of this pod. The first secret is random; each next one is an
 * HMAC of its predecessor, so the same predecessor always gives the same successor, and nobody makes it without both the token
 * and the pod's key. The mark tells a token that was once ours from noise, without keeping a list of old ones.
 */
@Injectable()
export class RefreshTokens {
  private readonly successorKey: Buffer;
  private readonly markKey: Buffer;
  constructor(@Inject(CONFIG) config: PodConfig) {
    this.successorKey = deriveKey(config.podSecret, 'refresh token successor');
    this.markKey = deriveKey(config.podSecret, 'refresh token mark');
  }

  first(sessionId: string): RefreshToken {
    return this.build(sessionId, 1, randomBytes(secretBytes));
  }

  successor(token: RefreshToken): RefreshToken {
    return this.build(token.sessionId, token.generation + 1, createHmac('sha256', this.successorKey).update(token.text).digest());
  }

  /** The token that follows `steps` rotations later. */
  descendant(token: RefreshToken, steps: number): RefreshToken {
    let last = token;
    for (let i = 0; i < steps; i++) last = this.successor(last);
    return last;
  }

  /** Undefined for anything that this pod never gave out. */
  read(text: string): RefreshToken | undefined {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== length || bytes.toString('base64url') !== text) return undefined;
    const body = bytes.subarray(0, length - markBytes);
    if (!timingSafeEqual(this.mark(body), bytes.subarray(length - markBytes))) return undefined;
    return { sessionId: stringify(body.subarray(0, 16)), generation: body.readUInt32BE(16), text, hash: hashOf(text) };
  }

  private build(sessionId: string, generation: number, secret: Buffer): RefreshToken {
    const head = Buffer.alloc(20);
    head.set(parse(sessionId));
    head.writeUInt32BE(generation, 16);
    const body = Buffer.concat([head, secret]);
    const text = Buffer.concat([body, this.mark(body)]).toString('base64url');
    return { sessionId, generation, text, hash: hashOf(text) };
  }

  private mark(body: Uint8Array): Buffer {
    return createHmac('sha256', this.markKey).update(body).digest().subarray(0, markBytes);
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
