import type { ServerResponse } from 'node:http';
import QuickLRU from 'quick-lru';
import type { HeaderList } from '../proxy/answer-headers.ts';

const transport = ['strict-transport-security', 'max-age=63072000; includeSubDomains'];

/** What a browser may do on pages of one host. `host` is our own, checked; live updates go there and nowhere else. Pictures also come from `filesOrigin`. */
function pageHeaders(host: string, production: boolean, filesOrigin: string): HeaderList {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${filesOrigin}`.trim(),
    `connect-src 'self' ws://${host} wss://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [
    'content-security-policy', policy.join('; '),
    'x-content-type-options', 'nosniff',
    'referrer-policy', 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy', 'same-origin',
    'cross-origin-resource-policy', 'same-origin',
    'permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(production ? transport : []),
  ];
}

/** What a browser may do with a file: show it, also within our pages, and nothing else. Pages of the platform, another site, show them by <img>. */
export function fileHeaders(production: boolean): HeaderList {
  return [
    'content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options', 'nosniff',
    'referrer-policy', 'no-referrer',
    'cross-origin-resource-policy', 'cross-origin',
    ...(production ? transport : []),
  ];
}

/** The headers of pages and of the API, remembered by host. */
export class SecurityHeaders {
  private readonly known = new QuickLRU<string, HeaderList>({ maxSize: 1_000 });
  constructor(private readonly production: boolean) {}

  of(host: string, filesOrigin = ''): HeaderList {
    const key = `${host} ${filesOrigin}`;
    let found = this.known.get(key);
    if (!found) this.known.set(key, (found = pageHeaders(host, this.production, filesOrigin)));
    return found;
  }

  /** For whoever came to no host of ours. */
  ofNobody(): HeaderList {
    return this.of('invalid');
  }
}

/** Puts headers on an answer that is made here. */
export function putHeaders(response: ServerResponse, headers: HeaderList): void {
  if (response.headersSent) return;
  for (let n = 0; n < headers.length; n += 2) response.setHeader(headers[n]!, headers[n + 1]!);
}
