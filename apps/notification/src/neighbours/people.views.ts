import { Inject, Injectable } from '@nestjs/common';
import { user, type Person } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { LOGGER } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import QuickLRU from 'quick-lru';

const keepMs = 60_000;
const mostPeople = 20_000;
const mostPerCall = 200;

/** How people look to others, asked of the user service for all of a page at once and remembered for a minute. */
@Injectable()
export class People {
  private readonly known = new QuickLRU<string, Person>({ maxSize: mostPeople, maxAge: keepMs });

  constructor(
    private readonly rpc: RpcClient,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** A way to look members up by id. While the user service is away, people it does not remember have no name. */
  async of(territory: string, memberIds: Iterable<string | null | undefined>): Promise<(memberId: string) => Person> {
    const found = new Map<string, Person>();
    const unknown: string[] = [];
    for (const id of new Set(memberIds)) {
      if (!id) continue;
      const known = this.known.get(keyOf(territory, id));
      if (known) found.set(id, known);
      else unknown.push(id);
    }
    for (let i = 0; i < unknown.length; i += mostPerCall) await this.ask(territory, unknown.slice(i, i + mostPerCall), found);
    return (memberId) => found.get(memberId) ?? nameless(memberId);
  }

  forget(territory: string, memberId: string): void {
    this.known.delete(keyOf(territory, memberId));
  }

  private async ask(territory: string, memberIds: string[], found: Map<string, Person>): Promise<void> {
    try {
      const { people } = await this.rpc.call(user.getPeople, territory, { memberIds });
      const byId = new Map(people.map((person) => [person.memberId, person]));
      for (const id of memberIds) {
        const person = byId.get(id) ?? nameless(id);
        found.set(id, person);
        this.known.set(keyOf(territory, id), person);
      }
    } catch (error) {
      this.log.warn({ err: error }, 'the user service is away; people are shown without names');
    }
  }
}

function keyOf(territory: string, memberId: string): string {
  return `${territory} ${memberId}`;
}

function nameless(memberId: string): Person {
  return { memberId, handle: null, displayName: null };
}
