import { defineErrors } from '../kernel/errors.ts';

export const websocketErrors = defineErrors({
  ticket_invalid: {
    status: 401,
    title: { en: 'The ticket for live updates is used or too old.', da: 'Billetten til direkte opdateringer er brugt eller for gammel.' },
    mend: { en: 'Ask for a new ticket and connect again.', da: 'Bed om en ny billet, og forbind igen.' },
  },
  stream_refused: {
    status: 403,
    title: { en: 'You may not follow this.', da: 'Det kan du ikke følge.' },
    mend: { en: 'Sign in as someone who may, or follow something else.', da: 'Log ind som en, der må, eller følg noget andet.' },
  },
});
