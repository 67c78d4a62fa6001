import { createHmac } from 'node:crypto';
import type { Signing } from './jobs.ts';

/** The gateway's statement about a call, as services expect it in `x-up-context`. */
export function signed({ key, territory }: Signing): string {
  const text = `${territory}|127.0.0.1|1|${Date.now()}`;
  return `${text}|${createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('base64url')}`;
}
