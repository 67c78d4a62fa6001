import { defineErrors } from '../kernel/errors.ts';

export const forumErrors = defineErrors({
  topic_gone: {
    status: 410,
    title: { en: 'This topic was deleted.', da: 'Denne tråd er slettet.' },
    mend: { en: 'Go back to its category for others.', da: 'Gå tilbage til kategorien efter andre.' },
  },
  post_gone: {
    status: 410,
    title: { en: 'This post was deleted.', da: 'Dette indlæg er slettet.' },
    mend: { en: 'Read on in the topic.', da: 'Læs videre i tråden.' },
  },
  post_changed_meanwhile: {
    status: 409,
    title: { en: 'The post was changed while you were writing.', da: 'Indlægget blev ændret, mens du skrev.' },
    mend: { en: 'Look at the newer text, then save again.', da: 'Se den nyere tekst, og gem så igen.' },
  },
  not_author: {
    status: 403,
    title: { en: 'Only its author can change this post.', da: 'Kun forfatteren kan ændre dette indlæg.' },
    mend: { en: 'Reply to it instead.', da: 'Svar på det i stedet.' },
  },
});
