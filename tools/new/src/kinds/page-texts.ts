import type { Changes } from '../changes.ts';
import type { Forms } from '../text/words.ts';

/** What the page is called, in each language. */
export interface PageWords {
  readonly en: string;
  readonly da: string;
}

const sentences: Readonly<Record<keyof PageWords, { lead: string; empty: string; emptyText: string; more: string; form: Record<string, string> }>> = {
  en: {
    lead: 'What members of this territory have put here, newest first.', empty: 'Nothing here yet', emptyText: 'Come back later.', more: 'Show more',
    form: { field: 'Title', missing: 'Write a title first.', submit: 'Add', done: 'Added.' },
  },
  da: {
    lead: 'Det, som territoriets medlemmer har lagt her, det nyeste først.', empty: 'Her er intet endnu', emptyText: 'Kom igen senere.', more: 'Vis flere',
    form: { field: 'Titel', missing: 'Skriv først en titel.', submit: 'Tilføj', done: 'Tilføjet.' },
  },
};

/** The texts of a new page in each language, with plain words to replace by better ones. */
export function pageTexts(changes: Changes, page: Forms, words: PageWords, withForm: boolean): void {
  for (const language of ['en', 'da'] as const) {
    const { form, ...texts } = sentences[language];
    changes.create(`apps/frontend/src/i18n/${language}/${page.kebab}.json`, `${JSON.stringify({ title: words[language], ...texts, ...(withForm ? { form } : {}) }, null, 2)}\n`);
  }
}
