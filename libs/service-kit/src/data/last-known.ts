import QuickLRU from 'quick-lru';

/** Changes are heard of at once; one that was missed shows after this. */
const keepMs = 60_000;

/** No value: the owner does not know the id (not yet, or no more), which is remembered so that a page does not ask each time. */
interface Known<T> { readonly value: T | undefined; readonly at: number }

export interface LastKnownOptions<T> {
  /** Asks the owner about some of a territory's ids. Those it does not know are not in the answer. */
  readonly ask: (territory: string, ids: string[]) => Promise<ReadonlyMap<string, T>>;
  /** Hears of each look-up that went without an answer. */
  readonly away: (error: unknown) => void;
  /** How many ids the owner takes at once. */
  readonly mostPerCall: number;
  readonly mostKept: number;
}

/**
 * What another service knows about many things by id, for showing: asked for all of a page at once, remembered for a minute, and as
 * it was known last while that service is away. Questions about the same id at the same time are one.
 */
export class LastKnown<T> {
  private readonly known: QuickLRU<string, Known<T>>;
  private readonly asking = new Map<string, Promise<T | undefined>>();
  private readonly options: LastKnownOptions<T>;

  constructor(options: LastKnownOptions<T>) {
    this.options = options;
    this.known = new QuickLRU({ maxSize: options.mostKept });
  }

  /** What is known, by id; while the owner is away from memory, or left out. */
  async of(territory: string, ids: Iterable<string>): Promise<Map<string, T>> {
    const now = performance.now();
    const found = new Map<string, T>();
    const stale: string[] = [];
    for (const id of new Set(ids)) {
      const known = this.known.get(keyOf(territory, id));
      if (known?.value !== undefined) found.set(id, known.value);
      if (!known || now - known.at > keepMs) stale.push(id);
    }
    const answers = await Promise.allSettled([...this.shared(territory, stale)].map(async ([id, answer]) => ({ id, value: await answer })));
    for (const answer of answers) {
      if (answer.status === 'rejected') continue;
      const { id, value } = answer.value;
      if (value === undefined) found.delete(id);
      else found.set(id, value);
    }
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) this.options.away(failed.reason);
    return found;
  }

  /** What the owner knows now, of all of them asked anew. Throws what the question throws. */
  async current(territory: string, ids: Iterable<string>): Promise<Map<string, T>> {
    const answers = this.ask(territory, [...new Set(ids)]).map(async ([id, answer]) => [id, await answer] as const);
    return new Map((await Promise.all(answers)).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
  }

  /** What is in memory, however old. */
  remembered(territory: string, id: string): T | undefined {
    return this.known.get(keyOf(territory, id))?.value;
  }

  /** The next look-up asks again, and an answer under way is not remembered: it may be older than the change. */
  forget(territory: string, id: string): void {
    this.known.delete(keyOf(territory, id));
    this.asking.delete(keyOf(territory, id));
  }

  /** The same for all of a territory. */
  forgetAll(territory: string): void {
    for (const part of [this.known, this.asking]) for (const key of [...part.keys()]) if (key.startsWith(keyOf(territory, ''))) part.delete(key);
  }

  /** An answer for each, of a question that is under way where there is one. */
  private shared(territory: string, ids: readonly string[]): Map<string, Promise<T | undefined>> {
    const answers = new Map<string, Promise<T | undefined>>();
    for (const id of ids) {
      const underWay = this.asking.get(keyOf(territory, id));
      if (underWay) answers.set(id, underWay);
    }
    for (const [id, answer] of this.ask(territory, ids.filter((id) => !answers.has(id)))) answers.set(id, answer);
    return answers;
  }

  private ask(territory: string, ids: readonly string[]): [string, Promise<T | undefined>][] {
    const { mostPerCall } = this.options;
    return Array.from({ length: Math.ceil(ids.length / mostPerCall) }, (_, i) => this.call(territory, ids.slice(i * mostPerCall, (i + 1) * mostPerCall))).flat();
  }

  private call(territory: string, ids: string[]): [string, Promise<T | undefined>][] {
    const at = performance.now();
    const all = this.options.ask(territory, ids);
    return ids.map((id) => {
      const key = keyOf(territory, id);
      const answer: Promise<T | undefined> = all
        .then((byId) => {
          if (this.asking.get(key) === answer) this.known.set(key, { value: byId.get(id), at });
          return byId.get(id);
        })
        .finally(() => {
          if (this.asking.get(key) === answer) this.asking.delete(key);
        });
      this.asking.set(key, answer);
      return [id, answer];
    });
  }
}

const keyOf = (territory: string, id: string): string => `${territory} ${id}`;
