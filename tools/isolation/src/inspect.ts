import type { Belongings, Sighting } from './canaries.ts';
import type { Mix } from './mixes.ts';
import { send, type Wire, type WireAnswer } from './wire.ts';

/** A request whose answer held what it must not. */
export interface Finding {
  readonly operation: string;
  readonly mix: Mix;
  readonly status: number;
  readonly leaked: readonly string[];
}

/** Counts of everything that was sent. */
export class Tally {
  requests = 0;
  readonly statuses = new Map<number, number>();
  add(status: number): void {
    this.requests++;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }
  toString(): string {
    return `${this.requests} requests (${[...this.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ')})`;
  }
}

/** What a territory was told by requests at its host: words and ids of others that its own people brought along are theirs to show. */
export class Brought {
  private readonly kept = new Map<string, number>();

  /** From now on it may be shown there; answers how to take that back when the request was refused. */
  take(host: string, said: readonly Sighting[]): () => void {
    const keys = said.map(({ text }) => `${host} ${text}`);
    for (const key of keys) this.kept.set(key, (this.kept.get(key) ?? 0) + 1);
    return () => keys.forEach((key) => this.kept.set(key, this.kept.get(key)! - 1));
  }

  has(host: string, text: string): boolean {
    return (this.kept.get(`${host} ${text}`) ?? 0) > 0;
  }
}

/** What of an answer its reader must not see: anything of another territory than the host's, and the host's private things without a right to them. What was asked with may come back. */
export function leaksIn(answer: WireAnswer, wire: Wire, host: string, entitled: boolean, belongings: Belongings, brought?: Brought): Sighting[] {
  const said = new Set(belongings.in(Buffer.from(`${decoded(wire.target)}\n${JSON.stringify(wire.headers)}\n${wire.body?.toString('latin1') ?? ''}`)).map(({ text }) => text));
  return belongings.in(answer.all).filter(({ text, territory, reach }) => !said.has(text) && !(territory === host && (reach === 'open' || entitled)) && !(territory !== host && brought?.has(host, text)));
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Sends a request to a territory's host and looks at every byte that comes back. */
export async function inspect(wire: Wire, about: { port: number; host: string; entitled: boolean; belongings: Belongings; brought: Brought; tally: Tally }): Promise<{ answer: WireAnswer; leaked: string[] }> {
  const { port, host, entitled, belongings, brought, tally } = about;
  const takeBack = brought.take(host, wire.body === undefined ? [] : belongings.in(wire.body));
  const answer = await send(port, wire);
  if (answer.status >= 300) takeBack();
  tally.add(answer.status);
  const leaks = leaksIn(answer, wire, host, entitled, belongings, brought);
  return { answer, leaked: [...new Set(leaks.map(({ text, territory, reach }) => `${territory} ${reach} ${text}`))] };
}
