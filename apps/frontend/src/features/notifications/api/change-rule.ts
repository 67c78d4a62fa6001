import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotificationReason } from '@unityplan/sdk';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** Turns off, or on again, exactly the rule that let a notification through. */
export function useChangeRule(notificationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ reason, on }: { reason: NotificationReason; on: boolean }) => sdk.changeNotificationRule({ params: { notificationId }, body: { reason, on } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: notificationKeys.preferences });
      void client.invalidateQueries({ queryKey: notificationKeys.watches });
    },
  });
}
