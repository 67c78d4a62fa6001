import type { IncomingHttpHeaders } from 'node:http';

const hopByHop = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);
/** Names and values in turn, as `writeHead` takes them. */
export type HeaderList = readonly string[];

/**
 * A service's headers for the caller: no hop-by-hop header, nothing internal, and cookies only from the service that owns them.
 * `own` are the edge's, each of which counts where the service says nothing.
 */
export function answerHeaders(headers: IncomingHttpHeaders, { cookies, own }: { cookies: boolean; own: HeaderList }): string[] {
  const named = headers.connection === undefined || headers.connection === 'keep-alive' ? undefined : new Set(headers.connection.toLowerCase().split(',').map((name) => name.trim()));
  const out: string[] = [];
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || hopByHop.has(name) || named?.has(name) || name.startsWith('x-up-') || name === 'server') continue;
    if (name === 'set-cookie' && !cookies) continue;
    if (typeof value === 'string') out.push(name, value);
    else for (const one of value) out.push(name, one);
  }
  for (let n = 0; n < own.length; n += 2) if (headers[own[n]!] === undefined) out.push(own[n]!, own[n + 1]!);
  if (headers['cache-control'] === undefined) out.push('cache-control', 'no-store');
  return out;
}
