import { defineErrors } from '../kernel/errors.ts';

export const userErrors = defineErrors({
  handle_taken: {
    status: 409,
    title: { en: 'The name @{handle} is taken.', da: 'Navnet @{handle} er optaget.' },
    mend: { en: 'Choose another one.', da: 'Vælg et andet.' },
  },
  profile_not_ready: {
    status: 409,
    title: { en: 'Your profile is still being made.', da: 'Din profil er ved at blive oprettet.' },
    mend: { en: 'Try again in a second.', da: 'Prøv igen om et øjeblik.' },
  },
});
