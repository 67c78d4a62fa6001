import { defineErrors } from '../kernel/errors.ts';

/** What the door of a pod answers before any service hears of a request. */
export const gatewayErrors = defineErrors({
  request_malformed: {
    status: 400,
    title: { en: 'This is not a request we can read.', da: 'Dette er ikke en forespørgsel, vi kan læse.' },
    mend: { en: 'Send it as HTTP/1.1 with each of its headers once and the address percent-encoded in UTF-8.', da: 'Send den som HTTP/1.1 med hver header én gang og adressen procentkodet i UTF-8.' },
  },
  request_headers_too_large: {
    status: 431,
    title: { en: 'The headers of the request are too many or too long.', da: 'Forespørgslens headere er for mange eller for lange.' },
    mend: { en: 'Send fewer of them; clearing the cookies of this site may help.', da: 'Send færre; det kan hjælpe at slette cookies fra dette sted.' },
  },
  request_too_slow: {
    status: 408,
    title: { en: 'The request came too slowly.', da: 'Forespørgslen kom for langsomt.' },
    mend: { en: 'Try again, perhaps over another connection; nothing was changed.', da: 'Prøv igen, måske over en anden forbindelse; intet er ændret.' },
  },
  gateway_busy: {
    status: 503,
    title: { en: 'More is being asked than can be answered at the moment.', da: 'Der bliver spurgt om mere, end der kan svares på i øjeblikket.' },
    mend: { en: 'Wait {retryAfter} seconds and try again; your work is kept.', da: 'Vent {retryAfter} sekunder og prøv igen; dit arbejde er gemt.' },
  },
});
