import { defineErrors } from '../kernel/errors.ts';

export const badgeErrors = defineErrors({
  // `missing` and `way` are sentences in both languages, made by the evaluator; `explained` and `lacking` say the same to programs.
  badge_required: {
    status: 403,
    title: { en: 'This is open to people with {missing}.', da: 'Det her er åbent for folk med {missing}.' },
    mend: { en: 'The way in: {way}', da: 'Vejen ind: {way}' },
  },
  badge_key_taken: {
    status: 409,
    title: { en: 'There is already a badge called {badge}.', da: 'Der findes allerede et emblem, der hedder {badge}.' },
    mend: { en: 'Choose another key, or change the badge that has it.', da: 'Vælg en anden nøgle, eller ændr det emblem, der har den.' },
  },
  badge_cycle: {
    status: 422,
    title: { en: 'Nobody could ever earn this badge: {cycle}.', da: 'Ingen ville nogensinde kunne opnå emblemet: {cycle}.' },
    mend: { en: 'Take one of the badges out of the prerequisites.', da: 'Fjern et af emblemerne fra forudsætningerne.' },
  },
  badge_unknown: {
    status: 422,
    title: { en: 'There is no badge called {badge}.', da: 'Der findes intet emblem, der hedder {badge}.' },
    mend: { en: 'Choose one from the list of badges.', da: 'Vælg et fra listen over emblemer.' },
  },
  badge_shared: {
    status: 403,
    title: { en: 'The badge {badge} is the same in all territories.', da: 'Emblemet {badge} er fælles for alle territorier.' },
    mend: { en: 'Make a badge of your own under another key.', da: 'Lav jeres eget emblem under en anden nøgle.' },
  },
  badge_not_by_hand: {
    status: 409,
    title: { en: 'The badge {badge} is earned, not given.', da: 'Emblemet {badge} skal optjenes; det gives ikke.' },
    mend: { en: 'Point out a course that gives it, or allow giving it by hand in its rules.', da: 'Vis vej til et kursus, der giver det, eller tillad i reglerne, at det gives.' },
  },
  badge_archived: {
    status: 409,
    title: { en: 'The badge {badge} is not awarded at present.', da: 'Emblemet {badge} uddeles ikke i øjeblikket.' },
    mend: { en: 'Choose another one, or make it active.', da: 'Vælg et andet, eller gør det aktivt.' },
  },
  badge_changed_meanwhile: {
    status: 409,
    title: { en: 'The badge was changed while you were editing.', da: 'Emblemet blev ændret, mens du redigerede.' },
    mend: { en: 'Look at the newer version, then save again.', da: 'Se den nyere version, og gem så igen.' },
  },
  award_prerequisites_missing: {
    status: 409,
    title: { en: '{missing} must come first.', da: '{missing} skal komme først.' },
    mend: { en: 'Award what comes first, or wait until it is earned.', da: 'Tildel først det, der kommer før, eller vent, til det er opnået.' },
  },
  award_outside_authority: {
    status: 403,
    title: { en: 'Your authority does not reach {territory}.', da: 'Din myndighed rækker ikke til {territory}.' },
    mend: { en: 'Ask a manager of that territory.', da: 'Spørg en ansvarlig for det territorium.' },
  },
  award_not_held: {
    status: 404,
    title: { en: 'The badge {badge} is not held there.', da: 'Emblemet {badge} er ikke tildelt der.' },
    mend: { en: 'Look at the list of awards first.', da: 'Se først på listen over tildelinger.' },
  },
  award_of_last_manager: {
    status: 409,
    title: { en: 'This is the last manager of the territory.', da: 'Det er territoriets sidste ansvarlige.' },
    mend: { en: 'Award the badge to someone else first.', da: 'Giv først emblemet til en anden.' },
  },
});
