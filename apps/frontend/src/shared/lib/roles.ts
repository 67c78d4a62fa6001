import { queryOptions, useQuery } from '@tanstack/react-query';
import { tellsDoors } from './access.ts';
import type { Gate } from './gates.ts';
import { sdk } from './sdk.ts';
import { useSession } from './session.ts';

// The doors of the contracts, written out: zod never reaches the browser, and a test compares. The server decides; these only hide what it would refuse.
const role = (...badges: string[]): Gate => ({ rule: 'any', of: badges.map((badge) => ({ rule: 'badge', badge, from: 'above' })) });

/** Who may do what in a territory. */
export const roleGates = { manager: role('territory-manager'), moderator: role('moderator', 'territory-manager'), teacher: role('teacher', 'territory-manager') } as const;

/** Whether the member has a role here, and if not, what is missing. */
export const roleQuery = (name: keyof typeof roleGates) =>
  queryOptions({ queryKey: ['own', 'role', name], queryFn: ({ signal }) => sdk.checkOwnAccess({ body: { gate: roleGates[name] }, signal }), staleTime: 60_000, meta: tellsDoors });

/** Whether the signed-in member has a role; false while nobody knows. */
export function useRole(name: keyof typeof roleGates): boolean {
  const me = useSession();
  return useQuery({ ...roleQuery(name), enabled: !!me }).data?.allowed ?? false;
}
