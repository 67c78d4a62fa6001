import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import type { OwnProfile } from '@unityplan/sdk';
import { sessionQuery } from '../shared/lib/session.ts';

/** For pages of members: guests sign in first and come back; who has no name yet chooses one first. */
export async function requireMember({ context, location }: { context: { queryClient: QueryClient }; location: { href: string } }): Promise<{ me: OwnProfile }> {
  const me = await context.queryClient.query({ ...sessionQuery, staleTime: 60_000 });
  if (!me) throw redirect({ to: '/sign-in', search: { back: location.href } });
  if (!me.complete) throw redirect({ to: '/welcome', search: { back: location.href } });
  return { me };
}
