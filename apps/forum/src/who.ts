import type { CallContext, MemberContext } from '@unityplan/service-kit';

/** Who asks, and where. `memberId` is undefined for a guest. */
export interface Who {
  readonly territory: string;
  readonly memberId: string | undefined;
}

/** The same for a member. */
export interface Member extends Who {
  readonly memberId: string;
}

export function memberOf({ territory, member: { memberId } }: MemberContext): Member {
  return { territory, memberId };
}

export function whoOf(call: Pick<CallContext, 'territory' | 'member'>): Who {
  return { territory: call.territory, memberId: call.member?.memberId };
}
