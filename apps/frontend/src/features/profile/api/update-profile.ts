import { useQueryClient } from '@tanstack/react-query';
import type { InputOf, OwnProfile } from '@unityplan/sdk';
import { sdk } from '../../../shared/lib/sdk.ts';
import { profileChanged } from '../../../shared/lib/session.ts';

/** Changes the own profile, here and wherever the member is shown. */
export function useUpdateProfile(): (body: InputOf<'updateOwnProfile'>['body']) => Promise<OwnProfile> {
  const client = useQueryClient();
  return async (body) => {
    const profile = await sdk.updateOwnProfile({ body });
    profileChanged(client, profile);
    return profile;
  };
}
