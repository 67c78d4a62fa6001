import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

const hopByHop = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** A service's headers for the caller: no hop-by-hop header, nothing internal, and cookies only from the service that owns them. */
export function answerHeaders(headers: IncomingHttpHeaders, options: { cookies: boolean }): OutgoingHttpHeaders {
  const named = new Set(String(headers.connection ?? '').toLowerCase().split(',').map((name) => name.trim()));
  const out: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || hopByHop.has(name) || named.has(name) || name.startsWith('x-up-') || name === 'server') continue;
    if (name === 'set-cookie' && !options.cookies) continue;
    out[name] = value;
  }
  return out;
}
