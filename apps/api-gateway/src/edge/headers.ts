import type { IncomingHttpHeaders } from 'node:http';

// What a caller may tell a service. Everything else ends here: names of territories, forwarded addresses, hop-by-hop headers.
const passed = [
  'accept', 'accept-language', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'if-modified-since', 'if-range', 'last-event-id', 'prefer', 'range', 'user-agent',
];

/** The caller's headers that travel on: names and values in turn. */
export function passedHeaders(headers: IncomingHttpHeaders, names: readonly string[] = passed): string[] {
  const out: string[] = [];
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') out.push(name, value);
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
