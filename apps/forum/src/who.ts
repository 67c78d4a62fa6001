import type { CallContext } from '@unityplan/service-kit';

/** Who asks, and where. `memberId` is undefined for a guest. */
export interface Who {
  readonly territory: string;
  readonly memberId: string | undefined;
}

export function whoOf(call: Pick<CallContext, 'territory' | 'member'>): Who {
  return { territory: call.territory, memberId: call.member?.memberId };
}
