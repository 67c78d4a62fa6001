import { defineErrors } from '../kernel/errors.ts';

export const authErrors = defineErrors({
  sign_in_refused: {
    status: 401,
    title: { en: 'E-mail and password do not match.', da: 'E-mail og adgangskode passer ikke sammen.' },
    mend: { en: 'Check both, or reset your password.', da: 'Kontrollér begge, eller nulstil din adgangskode.' },
  },
  email_not_verified: {
    status: 403,
    title: { en: 'Your e-mail address is not confirmed yet.', da: 'Din e-mailadresse er ikke bekræftet endnu.' },
    mend: { en: 'Open the link we sent you, or ask for a new one.', da: 'Åbn linket, vi har sendt dig, eller bed om et nyt.' },
  },
  sign_in_paused: {
    status: 429,
    title: { en: 'Too many attempts to sign in.', da: 'For mange forsøg på at logge ind.' },
    mend: { en: 'Wait {retryAfter} seconds, or reset your password.', da: 'Vent {retryAfter} sekunder, eller nulstil din adgangskode.' },
  },
  password_weak: {
    status: 400,
    title: { en: 'This password is too easy to guess.', da: 'Denne adgangskode er for let at gætte.' },
    mend: { en: 'Use a longer one, for example four unrelated words.', da: 'Brug en længere, for eksempel fire ord uden sammenhæng.' },
  },
  link_expired: {
    status: 410,
    title: { en: 'This link no longer works.', da: 'Dette link virker ikke længere.' },
    mend: { en: 'It was used or is too old; ask for a new one.', da: 'Det er brugt eller for gammelt; bed om et nyt.' },
  },
  session_ended: {
    status: 401,
    title: { en: 'Your session has ended.', da: 'Din session er slut.' },
    mend: { en: 'Sign in again.', da: 'Log ind igen.' },
  },
  registration_closed: {
    status: 403,
    title: { en: '{territory} takes no new members at the moment.', da: '{territory} optager ingen nye medlemmer i øjeblikket.' },
    mend: { en: 'Choose another home territory or come back later.', da: 'Vælg et andet hjemterritorium eller kom tilbage senere.' },
  },
});
