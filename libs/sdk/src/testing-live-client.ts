import { setTimeout as pause } from 'node:timers/promises';
import { createLive, type Live, type LiveOptions, type LiveStatus } from './index.ts';

/** A live client with short waits that writes down what its application was told. */
export function recordingLive(url: string, options: Partial<LiveOptions> = {}) {
  const seen: number[] = [];
  const told: string[] = [];
  const statuses: LiveStatus[] = [];
  let tickets = 0;
  const live: Live = createLive({
    url: () => url,
    getTicket: () => Promise.resolve(`ticket-${++tickets}`),
    onStatus: (status) => statuses.push(status),
    ...options,
    timing: { backoffMs: 20, maxBackoffMs: 100, ...options.timing },
  });
  const follow = (stream: string) =>
    live.subscribe(stream, {
      onEntry: (entry) => seen.push(entry.seq),
      onReload: () => told.push('reload'),
      onSubscribed: () => told.push('subscribed'),
      onRefused: (code) => told.push(code),
    });
  return { live, follow, seen, told, statuses };
}

/** Waits until it holds, or fails after two seconds saying what it waited for. */
export async function until(holds: () => boolean, what = holds.toString()): Promise<void> {
  for (const end = Date.now() + 2000; !holds(); await pause(2)) if (Date.now() > end) throw new Error(`never came true: ${what}`);
}
