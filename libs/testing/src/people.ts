import { commonErrors, Problem, type Person, type RpcInput, type user } from '@unityplan/contracts';
import type { StartService } from './constellation.ts';
import type { TestMember } from './members.ts';
import { standIn } from './stand-in.ts';

/** The user service as others meet it, with the people that a test names. */
export interface StandInPeople {
  readonly start: StartService;
  /** Calls that arrived, so that a test can see how often is asked. */
  readonly calls: { getPeople: number; resolveHandles: number };
  /** Whether it refuses to say who is behind a handle, as a service in trouble does. */
  failing: boolean;
  /** From now on the member goes by this handle; the name on show is the handle in capitals when nothing else is said. */
  name(member: Pick<TestMember, 'memberId' | 'territory'>, handle: string, displayName?: string | null): void;
}

/** A stand-in for the user service: knows whom the test has named, in the territory where they are at home. */
export function standInPeople(): StandInPeople {
  const homes = new Map<string, Map<string, Person>>();
  const at = (territory: string): ReadonlyMap<string, Person> => homes.get(territory) ?? new Map<string, Person>();
  const calls = { getPeople: 0, resolveHandles: 0 };
  const start = standIn('user', {
    get_people: ({ memberIds }: RpcInput<typeof user.getPeople>, { territory }) => {
      calls.getPeople++;
      return { people: memberIds.flatMap((id) => at(territory).get(id) ?? []) };
    },
    resolve_handles: ({ handles }: RpcInput<typeof user.resolveHandles>, { territory }) => {
      calls.resolveHandles++;
      if (people.failing) throw new Problem(commonErrors.service_unavailable);
      return { people: [...at(territory).values()].flatMap(({ handle, memberId }) => (handle !== null && handles.includes(handle) ? [{ handle, memberId }] : [])) };
    },
  });
  const people: StandInPeople = {
    start, calls, failing: false,
    name: ({ memberId, territory }, handle, displayName = handle.toUpperCase()) =>
      void homes.set(territory, new Map(at(territory)).set(memberId, { memberId, handle, displayName })),
  };
  return people;
}
