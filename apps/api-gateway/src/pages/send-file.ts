import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.webp': 'image/webp', '.jpg': 'image/jpeg',
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A file kept in memory, compressed once in each way that a browser asked for. */
export class MemoryFile {
  readonly type: string;
  readonly etag: string;
  private br: Promise<Buffer> | undefined;
  private gz: Promise<Buffer> | undefined;
  constructor(
    name: string,
    readonly content: Buffer,
    readonly cacheControl: string,
  ) {
    this.type = types[extname(name)] ?? 'application/octet-stream';
    this.etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  }

  /** The body in the best encoding the caller takes. */
  async encoded(accepted: string): Promise<{ body: Buffer; encoding?: 'br' | 'gzip' }> {
    if (this.content.length < 1000 || !compressible.test(this.type)) return { body: this.content };
    if (/\bbr\b/.test(accepted))
      return { encoding: 'br', body: await (this.br ??= brotli(this.content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: this.content.length } })) };
    if (/\bgzip\b/.test(accepted)) return { encoding: 'gzip', body: await (this.gz ??= zip(this.content, { level: 9 })) };
    return { body: this.content };
  }
}

/** Answers with a file, or with 304 when the caller has it. */
export async function sendFile(request: IncomingMessage, response: ServerResponse, file: MemoryFile): Promise<void> {
  response.setHeader('etag', file.etag);
  response.setHeader('cache-control', file.cacheControl);
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.etag)) {
    response.statusCode = 304;
    return void response.end();
  }
  const { body, encoding } = await file.encoded(String(request.headers['accept-encoding'] ?? ''));
  response.setHeader('content-type', file.type);
  response.setHeader('content-length', body.length);
  if (encoding) response.setHeader('content-encoding', encoding);
  response.end(request.method === 'HEAD' ? undefined : body);
}
