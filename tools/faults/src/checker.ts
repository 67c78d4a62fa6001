/** One territory's history, as rows. `effects` in the order they were done. */
export interface History {
  readonly territory: string;
  readonly written: readonly { eventId: string; aggregate: string }[];
  readonly outbox: readonly { eventId: string; aggregate: string; seq: number }[];
  readonly effects: readonly { eventId: string; aggregate: string; seq: number }[];
}

/** Everything that is wrong with a history; empty when nothing was lost, doubled, invented or done out of order. */
export function faultsIn({ territory, written, outbox, effects }: History): string[] {
  const faults: string[] = [];
  const say = (text: string) => faults.push(`${territory}: ${text}`);
  const published = new Map(outbox.map((row) => [row.eventId, row]));
  if (published.size !== outbox.length) say('an event is in the outbox twice');
  for (const row of written) if (!published.has(row.eventId)) say(`change without its event ${row.eventId}`);
  if (written.length !== outbox.length) say(`${written.length} changes, ${outbox.length} events`);

  const done = new Map<string, number>();
  for (const effect of effects) done.set(effect.eventId, (done.get(effect.eventId) ?? 0) + 1);
  for (const [eventId, times] of done) {
    if (times > 1) say(`event ${eventId} done ${times} times`);
    if (!published.has(eventId)) say(`event ${eventId} done but never committed`);
  }
  for (const row of outbox) if (!done.has(row.eventId)) say(`event ${row.eventId} lost (${row.aggregate} ${row.seq})`);

  const last = new Map<string, number>();
  for (const effect of effects) {
    const before = last.get(effect.aggregate) ?? 0;
    if (effect.seq !== before + 1) say(`aggregate ${effect.aggregate}: ${effect.seq} after ${before}`);
    last.set(effect.aggregate, Math.max(before, effect.seq));
  }
  return faults;
}

/** What is out of order in a stream: an event whose first copy comes after a later one of its aggregate. */
export function streamOrder(events: readonly { territory: string; aggregate: string; seq: number }[]): string[] {
  const seen = new Map<string, Set<number>>();
  const faults: string[] = [];
  for (const { territory, aggregate, seq } of events) {
    const key = `${territory} ${aggregate}`;
    const before = seen.get(key) ?? new Set<number>();
    if (!before.has(seq) && seq !== before.size + 1) faults.push(`stream: ${key}: ${seq} after ${before.size}`);
    seen.set(key, before.add(seq));
  }
  return faults;
}
