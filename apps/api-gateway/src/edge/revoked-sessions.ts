import { accessTokenSeconds, type Clock } from '@unityplan/service-kit';

/** Sessions that ended while their access tokens would still pass. Entries leave when the last such token has expired. */
export class RevokedSessions {
  private readonly until = new Map<string, number>();
  constructor(private readonly clock: Clock) {}

  add(sessionId: string): void {
    const now = this.clock();
    // Oldest first in a Map: what has expired is at the front.
    for (const [id, end] of this.until) {
      if (end > now) break;
      this.until.delete(id);
    }
    this.until.delete(sessionId);
    this.until.set(sessionId, now + accessTokenSeconds * 1000);
  }

  has(sessionId: string): boolean {
    return (this.until.get(sessionId) ?? 0) > this.clock();
  }

  get size(): number {
    return this.until.size;
  }
}
