import { defineErrors } from './errors.ts';

/** Errors any service may answer with. */
export const commonErrors = defineErrors({
  input_invalid: {
    status: 400,
    title: { en: 'Some of what was sent does not fit.', da: 'Noget af det sendte passer ikke.' },
    mend: { en: 'Look at the marked fields, correct them and send again.', da: 'Se på de markerede felter, ret dem og send igen.' },
  },
  body_not_json: {
    status: 400,
    title: { en: 'The body is not valid JSON in UTF-8.', da: 'Indholdet er ikke gyldig JSON i UTF-8.' },
    mend: { en: 'Send the body as JSON with Content-Type: application/json.', da: 'Send indholdet som JSON med Content-Type: application/json.' },
  },
  body_too_large: {
    status: 413,
    title: { en: 'That is too much at once.', da: 'Det er for meget på én gang.' },
    mend: { en: 'Send at most {maxKb} kB.', da: 'Send højst {maxKb} kB.' },
  },
  media_type_unsupported: {
    status: 415,
    title: { en: 'This kind of content is not accepted here.', da: 'Denne slags indhold modtages ikke her.' },
    mend: { en: 'Send {accepted}.', da: 'Send {accepted}.' },
  },
  not_signed_in: {
    status: 401,
    title: { en: 'You are not signed in.', da: 'Du er ikke logget ind.' },
    mend: { en: 'Sign in and try again.', da: 'Log ind og prøv igen.' },
  },
  not_allowed: {
    status: 403,
    title: { en: 'You may not do this.', da: 'Det må du ikke.' },
    mend: { en: 'Ask a moderator of your territory if you think you should.', da: 'Spørg en moderator i dit territorium, hvis du mener, du burde.' },
  },
  territory_mismatch: {
    status: 403,
    title: { en: 'You are signed in to {home}, not to {territory}.', da: 'Du er logget ind i {home}, ikke i {territory}.' },
    mend: { en: 'Go to your home territory, or sign in here.', da: 'Gå til dit hjemterritorium, eller log ind her.' },
  },
  territory_unknown: {
    status: 404,
    title: { en: 'No territory answers at this address.', da: 'Intet territorium svarer på denne adresse.' },
    mend: { en: 'Check the address; every territory has its own host name.', da: 'Kontrollér adressen; hvert territorium har sit eget værtsnavn.' },
  },
  territory_unavailable: {
    status: 503,
    title: { en: '{territory} is not open at the moment.', da: '{territory} er ikke åbent i øjeblikket.' },
    mend: { en: 'Try again later; its managers have been told.', da: 'Prøv igen senere; dets ansvarlige har fået besked.' },
  },
  origin_refused: {
    status: 403,
    title: { en: 'The request came from another site.', da: 'Forespørgslen kom fra et andet websted.' },
    mend: { en: 'Open the page of your territory and try from there.', da: 'Åbn dit territoriums side og prøv derfra.' },
  },
  not_found: {
    status: 404,
    title: { en: 'There is nothing here.', da: 'Her er ingenting.' },
    mend: { en: 'It may have been moved or removed; go back and look again.', da: 'Det er måske flyttet eller fjernet; gå tilbage og se igen.' },
  },
  method_not_allowed: {
    status: 405,
    title: { en: 'This address does not answer to {method}.', da: 'Denne adresse svarer ikke på {method}.' },
    mend: { en: 'Look the call up in the API documentation.', da: 'Slå kaldet op i API-dokumentationen.' },
  },
  cursor_invalid: {
    status: 400,
    title: { en: 'This page marker belongs to another list.', da: 'Dette sidemærke hører til en anden liste.' },
    mend: { en: 'Start again from the first page.', da: 'Begynd igen fra første side.' },
  },
  idempotency_key_reused: {
    status: 422,
    title: { en: 'This idempotency key was used for something else.', da: 'Denne idempotensnøgle er brugt til noget andet.' },
    mend: { en: 'Use a new key for a new request.', da: 'Brug en ny nøgle til en ny forespørgsel.' },
  },
  too_many_requests: {
    status: 429,
    title: { en: 'That was too many requests in a short time.', da: 'Det var for mange forespørgsler på kort tid.' },
    mend: { en: 'Wait {retryAfter} seconds and try again.', da: 'Vent {retryAfter} sekunder og prøv igen.' },
  },
  deadline_exceeded: {
    status: 504,
    title: { en: 'It took too long.', da: 'Det tog for lang tid.' },
    mend: { en: 'Try again in a moment; nothing was half done.', da: 'Prøv igen om lidt; intet er gjort halvt.' },
  },
  service_unavailable: {
    status: 503,
    title: { en: 'A part of the platform is not answering.', da: 'En del af platformen svarer ikke.' },
    mend: { en: 'Try again in a moment; your work is kept.', da: 'Prøv igen om lidt; dit arbejde er gemt.' },
  },
  internal_error: {
    status: 500,
    title: { en: 'Something went wrong on our side.', da: 'Noget gik galt hos os.' },
    mend: { en: 'Try again. If it stays, report the number {traceId}.', da: 'Prøv igen. Hvis det bliver ved, så oplys nummeret {traceId}.' },
  },
});
