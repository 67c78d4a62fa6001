import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';
import { profileChanged } from '../../../shared/lib/session.ts';

/** Takes an uploaded file as the own picture, or takes the picture away; here and wherever the member is shown. */
export function useSetAvatar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (avatarFileId: string | null) => sdk.updateOwnProfile({ body: { avatarFileId } }),
    onSuccess: (profile) => profileChanged(client, profile),
  });
}
