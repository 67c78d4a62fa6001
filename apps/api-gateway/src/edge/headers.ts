import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

// What a caller may tell a service. Everything else ends here: names of territories, forwarded addresses, hop-by-hop headers.
const passed = [
  'accept', 'accept-language', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'if-modified-since', 'last-event-id', 'prefer', 'range', 'user-agent',
];
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** The caller's headers that travel on. */
export function passedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const out: Record<string, string> = {};
  for (const name of passed) {
    const value = headers[name];
    if (typeof value === 'string') out[name] = value;
  }
  return out;
}

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

/** The value of one cookie; undefined when it is not there. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
