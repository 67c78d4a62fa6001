import { defineErrors } from '../kernel/errors.ts';

export const moderationErrors = defineErrors({
  flag_own_post: {
    status: 403,
    title: { en: 'You cannot flag your own post.', da: 'Du kan ikke anmelde dit eget indlæg.' },
    mend: { en: 'Edit or delete it instead.', da: 'Ret eller slet det i stedet.' },
  },
  moderation_of_own_post: {
    status: 403,
    title: { en: 'This is about your own words.', da: 'Det her handler om dine egne ord.' },
    mend: { en: 'Another moderator must decide.', da: 'En anden moderator skal afgøre det.' },
  },
  case_claimed: {
    status: 409,
    title: { en: 'Another moderator is working on this.', da: 'En anden moderator arbejder på den her.' },
    mend: { en: 'Take another case, or come back after {until}.', da: 'Tag en anden sag, eller kom igen efter {until}.' },
  },
  case_not_claimed: {
    status: 409,
    title: { en: 'You have not taken this case, or it went back to the queue.', da: 'Du har ikke taget denne sag, eller den er tilbage i køen.' },
    mend: { en: 'Take it, then decide.', da: 'Tag den, og afgør den så.' },
  },
  case_decided: {
    status: 409,
    title: { en: 'This case is already decided.', da: 'Denne sag er allerede afgjort.' },
    mend: { en: 'Look at the decision in the log.', da: 'Se afgørelsen i loggen.' },
  },
  post_already_hidden: {
    status: 409,
    title: { en: 'This post is already hidden.', da: 'Indlægget er allerede skjult.' },
    mend: { en: 'Look at the decision in the log.', da: 'Se afgørelsen i loggen.' },
  },
  post_not_hidden: {
    status: 409,
    title: { en: 'This post is not hidden.', da: 'Indlægget er ikke skjult.' },
    mend: { en: 'There is nothing to restore.', da: 'Der er ikke noget at vise igen.' },
  },
  post_under_appeal: {
    status: 409,
    title: { en: 'The author has appealed.', da: 'Forfatteren har klaget.' },
    mend: { en: 'Another moderator decides the appeal in the queue.', da: 'En anden moderator afgør klagen i køen.' },
  },
  topic_unchanged: {
    status: 409,
    title: { en: 'The topic is like that already.', da: 'Tråden er allerede sådan.' },
    mend: { en: 'Load it again to see what was done.', da: 'Hent den igen for at se, hvad der er sket.' },
  },
  appeal_not_possible: {
    status: 409,
    title: { en: 'This decision cannot be appealed.', da: 'Denne afgørelse kan der ikke klages over.' },
    mend: { en: 'Only the hiding of a post can, while it is hidden.', da: 'Det kan der kun over et skjult indlæg, så længe det er skjult.' },
  },
  appeal_exists: {
    status: 409,
    title: { en: 'You have appealed this decision already.', da: 'Du har allerede klaget over denne afgørelse.' },
    mend: { en: 'You will be told what another moderator decides.', da: 'Du får besked, når en anden moderator har afgjort den.' },
  },
  appeal_too_late: {
    status: 409,
    title: { en: 'The time to appeal ended at {until}.', da: 'Fristen for at klage udløb {until}.' },
    mend: { en: 'Write to a manager of the territory if there is something new.', da: 'Skriv til en af territoriets ansvarlige, hvis der er noget nyt.' },
  },
  appeal_needs_another_moderator: {
    status: 403,
    title: { en: 'You hid this post, so you cannot decide the appeal.', da: 'Du skjulte indlægget og kan derfor ikke afgøre klagen.' },
    mend: { en: 'Another moderator must. If there is none, ask a manager of the territory to appoint one.', da: 'Det skal en anden moderator. Er der ingen, så bed en af territoriets ansvarlige om at udpege en.' },
  },
});
