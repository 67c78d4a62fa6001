import type { CallContext } from '@unityplan/service-kit';
import { accessTokenSeconds } from '@unityplan/service-kit';
import { idleMs } from './sessions.policy.ts';

/** `__Host-`: only this host may set them, over TLS (or on localhost), for all paths. No script can read them. */
const access = '__Host-access';
const refresh = '__Host-refresh';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

type Reply = CallContext['reply'];

/** Hands a browser its tokens. */
export function setSessionCookies(reply: Reply, tokens: { accessToken: string; refreshToken: string }): void {
  void reply.header('set-cookie', [
    `${access}=${tokens.accessToken}; ${attributes}; Max-Age=${accessTokenSeconds}`,
    `${refresh}=${tokens.refreshToken}; ${attributes}; Max-Age=${idleMs / 1000}`,
  ]);
}

/** Has a browser forget them. */
export function clearSessionCookies(reply: Reply): void {
  void reply.header('set-cookie', [access, refresh].map((name) => `${name}=; ${attributes}; Max-Age=0`));
}

/** The refresh token the browser sent; the gateway passes cookies to this service alone. */
export function refreshCookie(reply: Reply): string | undefined {
  for (const part of (reply.request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === refresh && value) return value;
  }
  return undefined;
}
