import { defineErrors } from '../kernel/errors.ts';

export const forumErrors = defineErrors({
  topic_gone: {
    status: 410,
    title: { en: 'This topic was deleted.', da: 'Denne tråd er slettet.' },
    mend: { en: 'Go back to its category for others.', da: 'Gå tilbage til kategorien efter andre.' },
  },
  topic_closed: {
    status: 409,
    title: { en: 'This topic is closed.', da: 'Denne tråd er lukket.' },
    mend: { en: 'It can be read, but takes no more replies. Open a new topic, or ask a moderator to open this one.', da: 'Den kan læses, men tager ikke flere svar. Opret en ny tråd, eller bed en moderator om at åbne denne.' },
  },
  post_gone: {
    status: 410,
    title: { en: 'This post was deleted.', da: 'Dette indlæg er slettet.' },
    mend: { en: 'Read on in the topic.', da: 'Læs videre i tråden.' },
  },
  post_hidden: {
    status: 403,
    title: { en: 'A moderator hid this post.', da: 'En moderator har skjult dette indlæg.' },
    mend: { en: 'The moderation log says who and why; its author can appeal there.', da: 'Moderationsloggen siger hvem og hvorfor; forfatteren kan klage dér.' },
  },
  post_changed_meanwhile: {
    status: 409,
    title: { en: 'The post was changed while you were writing.', da: 'Indlægget blev ændret, mens du skrev.' },
    mend: { en: 'Look at the newer text, then save again.', da: 'Se den nyere tekst, og gem så igen.' },
  },
  not_author: {
    status: 403,
    title: { en: 'Only its author can do this.', da: 'Det kan kun forfatteren.' },
    mend: { en: 'Reply to the post instead.', da: 'Svar på indlægget i stedet.' },
  },
  category_slug_taken: {
    status: 409,
    title: { en: 'There is already a category at “{slug}”.', da: 'Der er allerede en kategori på “{slug}”.' },
    mend: { en: 'Choose another address for it.', da: 'Vælg en anden adresse til den.' },
  },
  categories_full: {
    status: 409,
    title: { en: 'There are {max} categories, and more cannot be shown.', da: 'Der er {max} kategorier, og flere kan ikke vises.' },
    mend: { en: 'Change one that is no longer used into what you need.', da: 'Lav en, der ikke bruges mere, om til det, du mangler.' },
  },
  category_changed_meanwhile: {
    status: 409,
    title: { en: 'The category was changed while you were editing.', da: 'Kategorien blev ændret, mens du redigerede.' },
    mend: { en: 'Look at the newer version, then save again.', da: 'Se den nyere version, og gem så igen.' },
  },
  category_order_stale: {
    status: 409,
    title: { en: 'The order does not name every category once.', da: 'Rækkefølgen nævner ikke hver kategori én gang.' },
    mend: { en: 'Load the categories again and put them in order once more.', da: 'Hent kategorierne igen, og sæt dem i rækkefølge på ny.' },
  },
  vote_on_own_post: {
    status: 403,
    title: { en: 'You cannot vote on your own post.', da: 'Du kan ikke stemme på dit eget indlæg.' },
    mend: { en: 'Leave that to others.', da: 'Overlad det til andre.' },
  },
  vote_limit_reached: {
    status: 429,
    title: { en: 'You have given your {most} votes of today.', da: 'Du har afgivet dine {most} stemmer i dag.' },
    mend: { en: 'Come back tomorrow; what you gave can still be changed.', da: 'Kom igen i morgen; dem, du har afgivet, kan stadig ændres.' },
  },
  draft_changed_elsewhere: {
    status: 409,
    title: { en: 'A newer draft was saved on another device.', da: 'En nyere kladde er gemt på en anden enhed.' },
    mend: { en: 'Compare both texts, keep one, and save again.', da: 'Sammenlign de to tekster, behold den ene, og gem igen.' },
  },
});
