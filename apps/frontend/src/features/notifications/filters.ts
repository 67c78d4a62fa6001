import type { NotificationKind, NotificationState } from '@unityplan/sdk';

// Apart from the lists that use them: the address of the page is read before its code is loaded.
export const states = ['inbox', 'unread', 'saved', 'done'] as const satisfies readonly NotificationState[];
export const kinds = ['post', 'badge', 'moderation', 'queue'] as const satisfies readonly NotificationKind[];
