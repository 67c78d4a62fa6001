import type { IncomingHttpHeaders } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Pages of ours send it with every call; another site cannot without asking first, and we answer no such question. */
const requestHeader = 'x-unityplan-request';

export interface CsrfQuestion {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The host the browser was pointed at, with its port. */
  readonly host: string;
  /** Only https pages count as ours (production). */
  readonly secureOnly: boolean;
  /** The route works without identity on purpose (one-click unsubscribe). */
  readonly exempt: boolean;
}

/** True when another site may have made the browser send this. Calls that carry no ambient authority (no cookie) from no browser pass. */
export function isForged({ method, headers, host, secureOnly, exempt }: CsrfQuestion): boolean {
  if (safeMethods.has(method) || exempt) return false;
  const cookies = headers.cookie !== undefined;
  if (headers.authorization?.startsWith('Bearer ') && !cookies) return false;
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (!cookies && origin === undefined && site === undefined) return false;
  if (origin !== undefined && !isOwnOrigin(origin, host, secureOnly)) return true;
  if (site !== undefined && site !== 'same-origin') return true;
  if (origin === undefined && site === undefined) return true;
  return headers[requestHeader] !== '1';
}

/** Whether only https pages count at a host: in production, but for a pod that is tried on its own machine. */
export const isSecureOnly = (production: boolean, host: string): boolean => production && !/\.localhost(:|$)/.test(host);

/** Whether an Origin header names the very host that was called. */
export function isOwnOrigin(origin: string, host: string, secureOnly: boolean): boolean {
  return origin === `https://${host}` || (!secureOnly && origin === `http://${host}`);
}
