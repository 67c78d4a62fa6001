import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasTag, rangeOf, type ByteRange } from './byte-ranges.ts';
import type { Shown } from './serving.views.ts';

/** Answers with content, part of it, or the word that the browser has it. The first bytes are read before anything is promised. */
export async function answerWith(shown: Shown, { headers, method }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const known = { etag: shown.etag, 'cache-control': shown.cacheControl, 'accept-ranges': 'bytes' };
  if (hasTag(headers['if-none-match'], shown.etag)) return void (await reply.status(304).headers(known).send());
  // A range of another version would be glued to what the browser has of the old one.
  const asked = headers['if-range'] === undefined || headers['if-range'] === shown.etag ? rangeOf(headers.range, shown.length) : undefined;
  if (asked === 'unsatisfiable') return void (await reply.status(416).header('content-range', `bytes */${shown.length}`).send());
  const range = asked ?? { start: 0, end: shown.length };
  // An empty stream for HEAD: of anything else Fastify would tell the length, which is none.
  const body = Readable.from(method === 'HEAD' ? [] : await begun(shown, range), { objectMode: false });
  if (asked) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end - 1}/${shown.length}`);
  await reply
    .headers({
      ...known, 'content-type': 'image/webp', 'content-length': range.end - range.start, 'content-disposition': 'inline', 'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'", 'cross-origin-resource-policy': 'cross-origin',
    })
    .send(body);
}

/** A stream whose first piece is there: what cannot be read is an error, and no answer that breaks off. */
async function begun(shown: Shown, range: ByteRange): Promise<AsyncIterable<Uint8Array>> {
  const pieces = shown.read(range)[Symbol.asyncIterator]();
  const first = await pieces.next();
  return (async function* () {
    if (!first.done) yield first.value;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  })();
}
