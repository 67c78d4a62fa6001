import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { user, type Person } from '@unityplan/contracts';
import { Broadcasts, RpcClient } from '@unityplan/messaging';
import type { Logger } from '@unityplan/telemetry';
import QuickLRU from 'quick-lru';
import { GuestAnswers } from '../http/guest-answers.ts';
import { LOGGER } from '../kit.ts';

/** A new name shows at once, in every process; one whose broadcast was missed, after this. */
const keepMs = 60_000;
const mostPeople = 20_000;
const mostPerCall = 200;

/** No person: the user service does not know the id (not yet, or no more), which is remembered so that a page does not ask each time. */
interface Known { readonly person: Person | undefined; readonly at: number }

/**
 * How people look to others, asked of the user service for all of a page at once and remembered for a minute. A service that shows
 * people lists it among its providers.
 */
@Injectable()
export class People implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly known = new QuickLRU<string, Known>({ maxSize: mostPeople });
  private readonly asking = new Map<string, Promise<Person | undefined>>();
  private stops: (() => void)[] = [];

  constructor(
    private readonly rpc: RpcClient,
    private readonly broadcasts: Broadcasts,
    private readonly guests: GuestAnswers,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const { profileCreated, profileUpdated } = user;
    this.stops = [profileCreated, profileUpdated].map((event) => this.broadcasts.on(event, ({ territory, payload }) => this.forget(territory, payload.memberId)));
  }

  onModuleDestroy(): void {
    this.stops.forEach((stop) => stop());
  }

  /**
   * A way to look members up by id; ids that are not there (null, undefined) are passed over. While the user service is away it gives
   * what was known last, or an id without a name: what people wrote can always be read.
   */
  async of(territory: string, memberIds: Iterable<string | null | undefined>): Promise<(memberId: string) => Person> {
    const now = performance.now();
    const found = new Map<string, Person | undefined>();
    const stale: string[] = [];
    for (const id of new Set(memberIds)) {
      if (!id) continue;
      const known = this.known.get(keyOf(territory, id));
      if (known) found.set(id, known.person);
      if (!known || now - known.at > keepMs) stale.push(id);
    }
    await Promise.all([...this.ask(territory, stale)].map(([id, answer]) => answer.then((person) => found.set(id, person), () => undefined)));
    return (memberId) => found.get(memberId) ?? { memberId, handle: null, displayName: null };
  }

  /** Whether someone has a profile here. Throws service_unavailable when nobody can tell. */
  async exists(territory: string, memberId: string): Promise<boolean> {
    if (this.known.get(keyOf(territory, memberId))?.person) return true;
    return (await this.ask(territory, [memberId]).get(memberId)) !== undefined;
  }

  /** The next look-up asks again, guests' answers with the name are made anew, and an answer under way is not remembered: it may be older than the change. */
  forget(territory: string, memberId: string): void {
    this.known.delete(keyOf(territory, memberId));
    this.asking.delete(keyOf(territory, memberId));
    this.guests.forget(territory);
  }

  /** An answer for each, of questions that are under way where there is one. */
  private ask(territory: string, memberIds: readonly string[]): Map<string, Promise<Person | undefined>> {
    const answers = new Map<string, Promise<Person | undefined>>();
    for (const id of memberIds) {
      const underWay = this.asking.get(keyOf(territory, id));
      if (underWay) answers.set(id, underWay);
    }
    const unasked = memberIds.filter((id) => !answers.has(id));
    for (let i = 0; i < unasked.length; i += mostPerCall) for (const [id, answer] of this.call(territory, unasked.slice(i, i + mostPerCall))) answers.set(id, answer);
    return answers;
  }

  private call(territory: string, memberIds: string[]): [string, Promise<Person | undefined>][] {
    const at = performance.now();
    const people = this.rpc.call(user.getPeople, territory, { memberIds }).then((answer) => new Map(answer.people.map((person) => [person.memberId, person])));
    people.catch((error: unknown) => this.log.warn({ err: error }, 'the user service is away; people are shown as last known'));
    return memberIds.map((id) => {
      const key = keyOf(territory, id);
      const answer: Promise<Person | undefined> = people
        .then((byId) => {
          if (this.asking.get(key) === answer) this.known.set(key, { person: byId.get(id), at });
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

const keyOf = (territory: string, memberId: string): string => `${territory} ${memberId}`;
