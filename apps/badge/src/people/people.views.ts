import { Injectable } from '@nestjs/common';
import { user, type Person } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import QuickLRU from 'quick-lru';
import { BadgeMetrics } from '../events.ts';

const keepMs = 60_000;
const mostPeople = 20_000;
const mostPerCall = 200;

interface Known {
  readonly person: Person;
  readonly at: number;
}

/** How people look to others, asked of the user service for all of a page at once and remembered for a minute. */
@Injectable()
export class People {
  private readonly known = new QuickLRU<string, Known>({ maxSize: mostPeople });

  constructor(
    private readonly rpc: RpcClient,
    private readonly metrics: BadgeMetrics,
  ) {}

  /** A way to look members up by id. While the user service is away it gives what was known last, or an id without a name. */
  async of(territory: string, memberIds: Iterable<string>): Promise<(memberId: string) => Person> {
    const now = performance.now();
    const found = new Map<string, Person>();
    const stale: string[] = [];
    for (const id of new Set(memberIds)) {
      const known = this.known.get(keyOf(territory, id));
      if (known) found.set(id, known.person);
      if (!known || now - known.at > keepMs) stale.push(id);
    }
    for (let i = 0; i < stale.length; i += mostPerCall)
      await this.ask(territory, stale.slice(i, i + mostPerCall)).then((people) => people.forEach((person) => found.set(person.memberId, person)), (error: unknown) => this.metrics.peopleAway(error));
    return (memberId) => found.get(memberId) ?? nameless(memberId);
  }

  /** Whether someone has a profile here. Throws service_unavailable when nobody can tell. */
  async exists(territory: string, memberId: string): Promise<boolean> {
    if (this.known.get(keyOf(territory, memberId))?.person.handle) return true;
    return (await this.ask(territory, [memberId])).length > 0;
  }

  /** The next look-up asks again. */
  forget(territory: string, memberId: string): void {
    this.known.delete(keyOf(territory, memberId));
  }

  private async ask(territory: string, memberIds: string[]): Promise<readonly Person[]> {
    const at = performance.now();
    const { people } = await this.rpc.call(user.getPeople, territory, { memberIds });
    // Who is unknown (not yet, or no more) is remembered as nameless, so that a page does not ask each time.
    for (const memberId of memberIds) this.known.set(keyOf(territory, memberId), { person: people.find((one) => one.memberId === memberId) ?? nameless(memberId), at });
    return people;
  }
}

const keyOf = (territory: string, memberId: string): string => `${territory} ${memberId}`;
const nameless = (memberId: string): Person => ({ memberId, handle: null, displayName: null });
