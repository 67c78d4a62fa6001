import { defineErrors } from '../kernel/errors.ts';

export const notificationErrors = defineErrors({
  unsubscribe_link_invalid: {
    status: 404,
    title: { en: 'This unsubscribe link is not valid.', da: 'Dette afmeldingslink er ikke gyldigt.' },
    mend: { en: 'Sign in and change what you are told under Notifications.', da: 'Log ind, og ændr under Notifikationer, hvad du får besked om.' },
  },
  notification_rule_fixed: {
    status: 409,
    title: { en: 'This is always shown in your list.', da: 'Dette vises altid på din liste.' },
    mend: { en: 'You can turn off mail and push about it under Notifications.', da: 'Du kan slå mail og push om det fra under Notifikationer.' },
  },
  notification_reason_unknown: {
    status: 422,
    title: { en: 'You were not told for this reason.', da: 'Du fik ikke besked af denne grund.' },
    mend: { en: 'Choose one of the reasons that the notification names.', da: 'Vælg en af de grunde, som notifikationen nævner.' },
  },
  mark_gone: {
    status: 410,
    title: { en: 'This can no longer be undone.', da: 'Dette kan ikke længere fortrydes.' },
    mend: { en: 'Mark the notifications one by one.', da: 'Markér notifikationerne en for en.' },
  },
  watch_limit_reached: {
    status: 409,
    title: { en: 'You have chosen how to follow {most} topics and categories already.', da: 'Du har allerede valgt, hvordan du følger {most} tråde og kategorier.' },
    mend: { en: 'Set some of them back to normal first.', da: 'Sæt først nogle af dem tilbage til normal.' },
  },
  push_endpoint_refused: {
    status: 422,
    title: { en: 'Push messages cannot be sent to this address.', da: 'Der kan ikke sendes push-beskeder til denne adresse.' },
    mend: { en: 'Turn push messages off and on again in your browser.', da: 'Slå push-beskeder fra og til igen i din browser.' },
  },
  push_keys_invalid: {
    status: 422,
    title: { en: 'The keys of this subscription do not work.', da: 'Nøglerne til dette abonnement virker ikke.' },
    mend: { en: 'Turn push messages off and on again in your browser.', da: 'Slå push-beskeder fra og til igen i din browser.' },
  },
});
