/** Someone who waits, and is told when it has been too long. */
export interface Waiter {
  /** By `performance.now()`; Infinity while nothing is waited for. */
  deadline: number;
  /** Neighbours in the list, kept by it; undefined outside. */
  before: Waiter | undefined;
  after: Waiter | undefined;
  late(): void;
}

const everyMs = 100;

/**
 * Deadlines of many calls with one timer: a call costs two pointers, not a timer that is set and cleared for each of its bytes. A list
 * and not a Set: tables that a Set has outgrown keep what was in them from the collector, for as long as they are not collected.
 */
export class Deadlines {
  private first: Waiter | undefined;
  private timer: NodeJS.Timeout | undefined;

  add(waiter: Waiter): void {
    waiter.after = this.first;
    if (this.first) this.first.before = waiter;
    this.first = waiter;
    this.timer ??= setInterval(() => this.look(), everyMs).unref();
  }
  delete(waiter: Waiter): void {
    const { before, after } = waiter;
    if (before) before.after = after;
    else if (this.first === waiter) this.first = after;
    else return;
    if (after) after.before = before;
    waiter.before = waiter.after = undefined;
  }
  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const now = performance.now();
    const late: Waiter[] = [];
    for (let one = this.first; one; one = one.after) if (one.deadline <= now) late.push(one);
    for (const one of late) one.late();
  }
}
