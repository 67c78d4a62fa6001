import { createSdk } from '@unityplan/sdk';
import { currentLanguage } from './i18n.ts';

const listeners = new Set<() => void>();

/** Calls to the territory of this page's host. Cookies carry the session; no token is ever seen here. */
export const sdk = createSdk({
  baseUrl: '',
  headers: () => ({ 'accept-language': currentLanguage() }),
  onUnauthorized: () => {
    for (const listener of listeners) listener();
  },
});

/** Tells when the server says that nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
