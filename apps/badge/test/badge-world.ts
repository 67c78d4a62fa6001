import { badge as badges, course, eventKey, type EventContract, type PayloadOf, type RouteInput } from '@unityplan/contracts';
import { Relay, RpcClient } from '@unityplan/messaging';
import { deliver, standInPeople, startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { startBadge } from '../src/app.ts';
import { courses, startCourseStandIn } from './course-stand-in.ts';

interface Published<E extends EventContract = EventContract> {
  readonly territory: string;
  readonly aggregate: string;
  readonly payload: PayloadOf<E>;
}

/** Badges on real servers, with a clock that tests set, members, managers and courses at hand. */
export interface BadgeWorld extends Constellation {
  readonly rpc: RpcClient;
  /** Milliseconds since 1970 by the service's clock; setting it is travelling in time. */
  now: number;
  person(handle: string, territory?: string): Promise<TestMember>;
  /** Someone who holds `territory-manager`, given by the operator. */
  manager(handle: string, territory?: string): Promise<TestMember>;
  /** A published course that gives a badge, as the course service's event tells. */
  course(badge: string, more?: { level?: number; title?: string; prerequisites?: PayloadOf<typeof course.coursePublished>['prerequisites']; territory?: string }): Promise<string>;
  /** Lets a member complete something that gives a badge. */
  complete(member: TestMember, more?: Partial<PayloadOf<typeof course.courseCompleted>> & { eventId?: string }): Promise<'handled' | 'duplicate'>;
  award(as: TestMember, badge: string, body: RouteInput<typeof badges.createAward>['body'], headers?: Record<string, string>): ReturnType<Constellation['call']>;
  /** Every event of a kind so far, oldest first; of one member when named. */
  published<E extends EventContract>(contract: E, memberId?: string): Promise<Published<E>[]>;
  holdings(member: TestMember): Promise<badges.Holding[]>;
}

export const startOfTime = Date.parse('2026-12-01T12:00:00.000Z');

export async function startBadgeWorld(options: { services?: Parameters<typeof startConstellation>[0]['services'] } = {}): Promise<BadgeWorld> {
  let now = startOfTime;
  const people = standInPeople();
  const pod = await startConstellation({ services: [startBadge, people.start, startCourseStandIn, ...(options.services ?? [])], clock: () => now });
  // Issuer keys are remembered for seconds: make both territories' before the first call.
  for (const territory of ['DK', 'NO']) await pod.member(territory);
  const { ground, resources } = pod;
  const relay = new Relay({ pod: 'dk', link: resources.nats, leases: resources.leases, database: ground.client });
  relay.start();
  const rpc = new RpcClient({ link: resources.nats, pod: 'dk' });
  const { messaging } = pod.service('badge');
  const person = async (handle: string, territory = 'DK'): Promise<TestMember> => {
    const member = await pod.member(territory);
    people.name(member, handle);
    return member;
  };
  return {
    ...pod,
    rpc,
    get now() {
      return now;
    },
    set now(instant: number) {
      now = instant;
    },
    person,
    manager: async (handle, territory = 'DK') => {
      const member = await person(handle, territory);
      await rpc.call(badges.awardBadge, territory, { memberId: member.memberId, badge: 'territory-manager', territory, reason: 'Elected', key: v7() });
      return member;
    },
    course: async (badge, { level = 1, title = `Course for ${badge}`, prerequisites, territory = 'DK' } = {}) => {
      const courseId = v7();
      courses.set(`${territory} ${courseId}`, { courseId, slug: courseId, title: { en: title, da: `${title} (da)` } });
      await deliver(messaging, course.coursePublished, { courseId, badge, badgeLevel: level, ...(prerequisites ? { prerequisites } : {}) }, { territory });
      return courseId;
    },
    complete: (member, { eventId, ...payload } = {}) =>
      deliver(messaging, course.courseCompleted, { memberId: member.memberId, completionId: v7(), courseId: v7(), ...payload }, { territory: member.territory, ...(eventId ? { id: eventId } : {}) }),
    award: (as, badge, body, headers = {}) => pod.call(badges.createAward, { as, params: { badge }, body, headers }) as never,
    published: async <E extends EventContract>(contract: E, memberId?: string) =>
      ground.query<Published<E>>(`select territory, aggregate, payload from messaging.outbox where event = $1 and ($2::text is null or payload ->> 'memberId' = $2) order by id`, [eventKey(contract), memberId ?? null]),
    holdings: async (member) => (await rpc.call(badges.getHoldings, member.territory, { memberIds: [member.memberId] })).holders[0]!.holdings,
    stop: async () => {
      await relay.stop();
      await pod.stop();
    },
  };
}
