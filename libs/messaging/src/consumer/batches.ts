import { Lanes } from './lanes.ts';

/** Something to be done in the order of its lane. */
export interface Laned {
  readonly lane: string;
}

/** How events gather, and how they are done together or one by one. */
export interface BatchesOptions<T> {
  /** The least time between the starts of two batches of a group; what comes meanwhile goes together. The first after a pause never waits. */
  readonly gatherMs: number;
  /** The most in one batch. */
  readonly most: number;
  /** Batches of a group at once. A second one begins only when the oldest that waits has waited `slowMs`: until then, waiting pays. */
  readonly perGroup: number;
  readonly slowMs: number;
  /** Does all or nothing; answers what failed. */
  readonly together: (group: string, items: readonly T[]) => Promise<{ readonly failed?: unknown }>;
  /** Does one, to its end; `failed` is what it failed with in a batch of its own. */
  readonly alone: (group: string, item: T, failed: unknown) => Promise<void>;
}
interface Group<T> {
  waiting: { readonly item: T; readonly since: number }[];
  readonly busy: Set<string>;
  running: number;
  startedAt: number;
  /** What will start the next batch. */
  timer: NodeJS.Timeout | undefined;
  due: boolean;
}

/**
 * Puts together what waits for the same group (a territory), and keeps the order of each lane (an aggregate): a lane is never in two
 * batches at once, nor in one while an item of it is done alone. When a batch fails, its items are done one by one, each lane by
 * itself, so that what fails again holds up its own lane only.
 */
export class Batches<T extends Laned> {
  private readonly groups = new Map<string, Group<T>>();
  private readonly running = new Set<Promise<void>>();
  private readonly single = new Lanes();
  private hurried = false;
  private stopped = false;
  private readonly options: BatchesOptions<T>;

  constructor(options: BatchesOptions<T>) {
    this.options = options;
  }

  add(group: string, item: T): void {
    const of = this.groups.get(group) ?? { waiting: [], busy: new Set<string>(), running: 0, startedAt: -Infinity, timer: undefined, due: false };
    this.groups.set(group, of);
    of.waiting.push({ item, since: performance.now() });
    this.soon(group, of);
  }

  /** From now on nothing waits for company. */
  hurry(): void {
    this.hurried = true;
    for (const [group, of] of this.groups) this.soon(group, of);
  }

  /** Forgets what waits; resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const of of this.groups.values()) {
      of.waiting = [];
      clearTimeout(of.timer);
    }
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** Sees to it that a batch starts when it is time for one; never in the same tick, since a fetch brings many at once. */
  private soon(group: string, of: Group<T>): void {
    if (this.stopped || of.due || of.waiting.length === 0 || of.running >= this.options.perGroup) return;
    const now = performance.now();
    const at = this.hurried ? now : Math.max(of.startedAt + this.options.gatherMs, of.running === 0 ? now : of.waiting[0]!.since + this.options.slowMs);
    clearTimeout(of.timer);
    of.due = at <= now;
    if (of.due) setImmediate(() => this.start(group, of));
    else of.timer = setTimeout(() => this.start(group, of), at - now);
  }

  private start(group: string, of: Group<T>): void {
    of.due = false;
    const items = this.stopped ? [] : take(of, this.options.most);
    if (items.length === 0) return; // all lanes are busy; one that is free again calls
    of.running++;
    of.startedAt = performance.now();
    const batch = this.run(group, of, items).finally(() => this.running.delete(batch));
    this.running.add(batch);
    this.soon(group, of);
  }

  private async run(group: string, of: Group<T>, items: readonly T[]): Promise<void> {
    const outcome = await this.options.together(group, items);
    of.running--;
    const free = (lane: string): void => {
      of.busy.delete(lane);
      this.soon(group, of);
    };
    const lanes = new Set(items.map(({ lane }) => lane));
    if (!('failed' in outcome)) return lanes.forEach(free);
    this.soon(group, of);
    const failed = items.length === 1 ? outcome.failed : undefined;
    const alone = (lane: string): Promise<unknown> =>
      Promise.all(items.filter((item) => item.lane === lane).map((item) => this.single.run(lane, () => this.options.alone(group, item, failed))));
    await Promise.all([...lanes].map((lane) => alone(lane).then(() => free(lane))));
  }
}

/** The oldest that wait, without those whose lane is busy; their lanes are busy from now on. */
function take<T extends Laned>(of: Group<T>, most: number): T[] {
  const taken: T[] = [];
  const left: typeof of.waiting = [];
  const lanes = new Set<string>();
  for (const one of of.waiting) {
    if (taken.length < most && !of.busy.has(one.item.lane)) {
      taken.push(one.item);
      lanes.add(one.item.lane);
    } else left.push(one);
  }
  of.waiting = left;
  for (const lane of lanes) of.busy.add(lane);
  return taken;
}
