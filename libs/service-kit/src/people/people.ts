import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { user, type Person } from '@unityplan/contracts';
import { Broadcasts, RpcClient } from '@unityplan/messaging';
import type { Logger } from '@unityplan/telemetry';
import { LastKnown } from '../data/last-known.ts';
import { GuestAnswers } from '../http/guest-answers.ts';
import { LOGGER } from '../kit.ts';

/** How people look to others. A service that shows people lists it among its providers. */
@Injectable()
export class People implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly people: LastKnown<Person>;
  private stops: (() => void)[] = [];

  constructor(
    rpc: RpcClient,
    private readonly broadcasts: Broadcasts,
    private readonly guests: GuestAnswers,
    @Inject(LOGGER) log: Logger,
  ) {
    this.people = new LastKnown({
      ask: async (territory, memberIds) => new Map((await rpc.call(user.getPeople, territory, { memberIds })).people.map((person) => [person.memberId, person])),
      away: (error) => log.warn({ err: error }, 'the user service is away; people are shown as last known'),
      mostPerCall: 200,
      mostKept: 20_000,
    });
  }

  /** A new name shows at once, in every process; a missed broadcast heals within a minute. */
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
    const found = await this.people.of(territory, [...memberIds].filter((id) => !!id) as string[]);
    return (memberId) => found.get(memberId) ?? { memberId, handle: null, displayName: null };
  }

  /** Whether someone has a profile here. Throws service_unavailable when nobody can tell. */
  async exists(territory: string, memberId: string): Promise<boolean> {
    return this.people.remembered(territory, memberId) !== undefined || (await this.people.current(territory, [memberId])).size > 0;
  }

  /** The next look-up asks again, and guests' answers with the name are made anew. */
  forget(territory: string, memberId: string): void {
    this.people.forget(territory, memberId);
    this.guests.forget(territory);
  }
}
