import { defineErrors } from '../kernel/errors.ts';

export const notificationErrors = defineErrors({
  unsubscribe_link_invalid: {
    status: 404,
    title: { en: 'This unsubscribe link is not valid.', da: 'Dette afmeldingslink er ikke gyldigt.' },
    mend: { en: 'Sign in and change what you are told under Notifications.', da: 'Log ind, og ændr under Notifikationer, hvad du får besked om.' },
  },
});
