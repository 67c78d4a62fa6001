import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { commonErrors, Problem } from '@unityplan/contracts';

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
 * Hands a request's body on piece by piece, and fails with body_too_large as soon as too much has come. It stands between the
 * request and undici because undici destroys a body it cannot send, and with the request would go the way to answer.
 */
export class LimitedBody extends Transform {
  private seen = 0;
  constructor(private readonly most: number) {
    super();
  }
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.seen += chunk.length;
    if (this.seen > this.most) done(tooLarge(this.most));
    else done(null, chunk);
  }
}
