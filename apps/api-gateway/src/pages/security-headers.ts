import type { ServerResponse } from 'node:http';

/**
 * What a browser may do on our pages. `host` is our own, checked; live updates go there and nowhere else. Pictures also come from
 * `filesOrigin`, the territory's host for files.
 */
export function securityHeaders(response: ServerResponse, host: string, production: boolean, filesOrigin = ''): void {
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
  response.setHeader('content-security-policy', policy.join('; '));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (production) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
}

/** What a browser may do with a file: show it, also within our pages, and nothing else. Takes the place of what pages have. */
export function fileHeaders(response: ServerResponse, production: boolean): void {
  response.setHeader('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  // Pages of the platform, another site, show them by <img>.
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  response.removeHeader('cross-origin-opener-policy');
  response.removeHeader('permissions-policy');
  if (production) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
}
