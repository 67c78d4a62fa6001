import { Inject, Injectable } from '@nestjs/common';
import { user, type Person } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { CLOCK, LOGGER, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import QuickLRU from 'quick-lru';

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
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * A way to look members up by id. While the user service is away it gives what was known last, or an id without a name:
   * a topic can always be read.
   */
  async of(territory: string, memberIds: Iterable<string>): Promise<(memberId: string) => Person> {
    const now = this.clock();
    const found = new Map<string, Person>();
    const stale: string[] = [];
    for (const id of new Set(memberIds)) {
      const known = this.known.get(keyOf(territory, id));
      if (known) found.set(id, known.person);
      if (!known || now - known.at > keepMs) stale.push(id);
    }
    for (let i = 0; i < stale.length; i += mostPerCall) await this.ask(territory, stale.slice(i, i + mostPerCall), found, now);
    return (memberId) => found.get(memberId) ?? nameless(memberId);
  }

  /** The next look-up asks again. */
  forget(territory: string, memberId: string): void {
    this.known.delete(keyOf(territory, memberId));
  }

  private async ask(territory: string, memberIds: string[], found: Map<string, Person>, now: number): Promise<void> {
    try {
      const { people } = await this.rpc.call(user.getPeople, territory, { memberIds });
      // Who the user service does not know (not yet, or no more) is remembered as nameless, so that a page does not ask each time.
      for (const id of memberIds) {
        const person = people.find((one) => one.memberId === id) ?? nameless(id);
        found.set(id, person);
        this.known.set(keyOf(territory, id), { person, at: now });
      }
    } catch (error) {
      this.log.warn({ err: error }, 'the user service is away; people are shown as last known');
    }
  }
}

function keyOf(territory: string, memberId: string): string {
  return `${territory} ${memberId}`;
}

function nameless(memberId: string): Person {
  return { memberId, handle: null, displayName: null };
}
