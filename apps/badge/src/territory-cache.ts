import type { Broadcasts } from '@unityplan/messaging';
import QuickLRU from 'quick-lru';

const keepMs = 10_000;
const mostTerritories = 300;
interface Kept<T> {
  readonly value: Promise<T>;
  readonly at: number;
}

/**
 * Something small about each territory that changes rarely and is read all the time. Forgotten in every process when one says
 * so, and after ten seconds in case that was not heard.
 */
export class TerritoryCache<T> {
  private readonly kept = new QuickLRU<string, Kept<T>>({ maxSize: mostTerritories });
  private readonly load: (territory: string) => Promise<T>;
  private readonly broadcasts: Broadcasts;
  private readonly topic: string;

  constructor(topic: string, broadcasts: Broadcasts, load: (territory: string) => Promise<T>) {
    this.topic = topic;
    this.broadcasts = broadcasts;
    this.load = load;
  }

  /** Begins to hear of changes in other processes; what it answers ends that. */
  listen(): () => void {
    return this.broadcasts.onWake(this.topic, () => this.kept.clear());
  }

  of(territory: string): Promise<T> {
    const known = this.kept.get(territory);
    if (known && performance.now() - known.at < keepMs) return known.value;
    const value = this.load(territory);
    this.kept.set(territory, { value, at: performance.now() });
    value.catch(() => this.kept.get(territory)?.value === value && this.kept.delete(territory));
    return value;
  }

  /** The next reader of this process reads again: what another one committed may be known here before it was heard of. */
  forget(territory: string): void {
    this.kept.delete(territory);
  }

  /** After a commit: the next reader of every process reads again. */
  changed(territory: string): void {
    this.forget(territory);
    this.broadcasts.wake(this.topic);
  }
}
