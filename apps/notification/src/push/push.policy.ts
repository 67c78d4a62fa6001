import { createHash } from 'node:crypto';
import type { Attempt } from '../jobs/attempts.ts';
import type { About } from '../db/notifications.table.ts';

/** What a push service answered; `status` undefined when there was no answer. */
export interface Answer {
  readonly status?: number | undefined;
  readonly retryAfter?: string | undefined;
  /** Why there was none. */
  readonly code?: string | undefined;
  /** The request had not begun to leave. */
  readonly unsent?: boolean;
}

/** How long a push service keeps a message for a browser that is away, and how urgently it wakes it. */
export interface Manner {
  readonly ttl: number;
  readonly urgency: 'low' | 'normal' | 'high';
}

const day = 24 * 3600;

/** What an answer means for a job; `gone`: the browser has ended its subscription. */
export function outcomeOf({ status, retryAfter, code, unsent }: Answer, now: number): { attempt: Attempt; gone: boolean } {
  const kept = (attempt: Attempt) => ({ attempt, gone: false });
  if (code === 'EPRIVATE') return { attempt: { outcome: 'failed', note: 'its address leads to a private network' }, gone: true };
  if (status === undefined) return kept({ outcome: 'retry', note: `no answer (${code ?? 'unknown'})`, uncertain: !unsent });
  if (status >= 200 && status < 300) return kept({ outcome: 'sent' });
  if (status === 404 || status === 410) return { attempt: { outcome: 'cancelled', note: 'the browser ended its subscription' }, gone: true };
  if (status === 429 || status === 408 || status >= 500) {
    const notBefore = retryAt(retryAfter, now);
    return kept({ outcome: 'retry', note: `the push service answered ${status}`, ...(notBefore === undefined ? {} : { notBefore }) });
  }
  return kept({ outcome: 'failed', note: `the push service answered ${status}` });
}

/** Retry-After: seconds or a date (RFC 9110). */
export function retryAt(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const at = /^\d{1,9}$/.test(header.trim()) ? now + Number(header) * 1000 : / GMT$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** How long push services keep a message, and how hard they try. */
export function mannerOf(about: About): Manner {
  if (about === 'post') return { ttl: day, urgency: 'normal' };
  return about.startsWith('badge_') ? { ttl: 7 * day, urgency: 'low' } : { ttl: 7 * day, urgency: 'normal' };
}

/** What belongs together replaces itself: with the push service (Topic, RFC 8030) and on the screen (tag). 22 characters of base64url. */
export function collapseKey(groupId: string): string {
  return createHash('sha256').update(groupId).digest('base64url').slice(0, 22);
}

/** Text of a bounded length that ends with a whole character. */
export function shorten(text: string, most: number): string {
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  let length = 0;
  const kept = signs.filter((sign) => (length += sign.length) <= most - 1);
  return kept.length === signs.length ? text : `${kept.join('').trimEnd()}…`;
}
