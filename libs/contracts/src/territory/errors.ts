import { defineErrors } from '../kernel/errors.ts';

export const territoryErrors = defineErrors({
  territory_suspended: {
    status: 403,
    title: { en: '{territory} is closed for a while.', da: '{territory} er lukket for en tid.' },
    mend: { en: 'Nothing is lost. Ask the managers of the territory above it, or the operator of its pod, when it opens again.', da: 'Intet er tabt. Spørg de ansvarlige for territoriet over det, eller den, der driver poden, hvornår det åbner igen.' },
  },
  territory_archived: {
    status: 403,
    title: { en: '{territory} has been closed for good.', da: '{territory} er lukket for altid.' },
    mend: { en: 'Its data is kept. Ask the operator of its pod if you need what is yours.', da: 'Dets data er bevaret. Spørg den, der driver poden, hvis du har brug for det, der er dit.' },
  },
  territory_id_taken: {
    status: 409,
    title: { en: 'There is already a territory {territory}.', da: 'Der findes allerede et territorium {territory}.' },
    mend: { en: 'Choose another id, or look the territory up in the list.', da: 'Vælg et andet id, eller find territoriet på listen.' },
  },
  territory_id_unfit: {
    status: 422,
    title: { en: '{territory} cannot be the id of a community below {parent}.', da: '{territory} kan ikke være id for et fællesskab under {parent}.' },
    mend: { en: 'Begin with the id of the parent and a hyphen: {parent}-… (letters, digits and single hyphens, at most 53 characters).', da: 'Begynd med id’et på territoriet over det og en bindestreg: {parent}-… (bogstaver, cifre og enkelte bindestreger, højst 53 tegn).' },
  },
  territory_parent_closed: {
    status: 409,
    title: { en: '{parent} is closed and takes no new communities.', da: '{parent} er lukket og tager ikke imod nye fællesskaber.' },
    mend: { en: 'Choose a parent that is open.', da: 'Vælg et territorium over det, som er åbent.' },
  },
  territory_too_deep: {
    status: 422,
    title: { en: '{parent} lies as deep as a territory can.', da: '{parent} ligger så dybt, som et territorium kan.' },
    mend: { en: 'Choose a parent nearer the top.', da: 'Vælg et territorium nærmere toppen.' },
  },
  territory_outside_authority: {
    status: 403,
    title: { en: 'Your authority does not reach {territory}.', da: 'Din myndighed rækker ikke til {territory}.' },
    mend: { en: 'Ask a manager of that territory or of one above it.', da: 'Spørg en ansvarlig for det territorium eller for et over det.' },
  },
  territory_by_operator: {
    status: 403,
    title: { en: '{territory} is its own highest authority: no territory stands above it.', da: '{territory} er sin egen højeste myndighed: der er intet territorium over det.' },
    mend: { en: 'Countries and First Nations are opened and closed by the operator of the pod: npm run territory -- --help.', da: 'Lande og First Nations åbnes og lukkes af den, der driver poden: npm run territory -- --help.' },
  },
  territory_own_status: {
    status: 403,
    title: { en: 'Nobody closes the territory they are in.', da: 'Ingen lukker det territorium, de selv er i.' },
    mend: { en: 'Ask a manager of the territory above it.', da: 'Spørg en ansvarlig for territoriet over det.' },
  },
  territory_has_communities: {
    status: 409,
    title: { en: '{territory} has communities that are not archived: {communities}.', da: '{territory} har fællesskaber, der ikke er arkiveret: {communities}.' },
    mend: { en: 'Archive them first, or suspend {territory} instead.', da: 'Arkivér dem først, eller luk {territory} for en tid i stedet.' },
  },
  territory_last: {
    status: 409,
    title: { en: '{territory} is the last territory that is open on this pod.', da: '{territory} er det sidste åbne territorium på denne pod.' },
    mend: { en: 'Open another one first, or stop the pod.', da: 'Åbn først et andet, eller stop poden.' },
  },
  territory_not_served: {
    status: 409,
    title: { en: '{territory} is not served by this pod.', da: '{territory} betjenes ikke af denne pod.' },
    mend: { en: 'Ask the operator of the pod that serves it; one that is only listed must be created first.', da: 'Spørg den, der driver poden, som betjener det; et, der kun står på listen, skal først oprettes.' },
  },
  territory_order_open: {
    status: 409,
    title: { en: '{territory} is being created with other particulars.', da: '{territory} er ved at blive oprettet med andre oplysninger.' },
    mend: { en: 'Wait until it is done, then change what should differ.', da: 'Vent, til det er klar, og ret så det, der skal være anderledes.' },
  },
});
