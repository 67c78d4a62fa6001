import type { Person, UiLanguage } from '@unityplan/contracts';
import { Feed } from 'feed';
import type { FeedTopic } from './feeds.views.ts';

interface Category {
  readonly id: string;
  readonly slug: string;
  readonly name_en: string;
  readonly name_da: string;
  readonly about_en: string;
  readonly about_da: string;
}
interface Contents {
  /** Where people reach the territory. */
  readonly origin: string;
  readonly territory: string;
  readonly language: UiLanguage;
  readonly category: Category | undefined;
  readonly topics: readonly FeedTopic[];
  readonly personOf: (memberId: string) => Person;
}

const words = {
  en: { all: 'All topics', about: 'The topics with the latest activity', nobody: 'A member', gone: 'This post is not shown.' },
  da: { all: 'Alle tråde', about: 'Trådene med den seneste aktivitet', nobody: 'Et medlem', gone: 'Dette indlæg vises ikke.' },
};

/** An Atom feed (RFC 4287) of topics, each with its first post as it is shown to everyone. Addresses are stable: they hold ids. */
export function atomOf({ origin, territory, language, category, topics, personOf }: Contents): string {
  const said = words[language];
  const here = category ? `${origin}/categories/${category.slug}` : `${origin}/`;
  const self = `${origin}/api/v1/feeds/${category ? `categories/${category.id}/` : ''}topics.atom?language=${language}`;
  const feed = new Feed({
    id: here,
    link: here,
    title: `${category ? category[`name_${language}`] : said.all} · ${territory}`,
    description: category ? category[`about_${language}`] : said.about,
    language,
    copyright: '',
    generator: 'UnityPlan',
    feedLinks: { atom: self },
    // A feed is as new as the newest in it; an empty one was never written in.
    updated: topics[0]?.last_activity_at ?? new Date(0),
  });
  for (const topic of topics) {
    const link = `${origin}/topics/${topic.id}/${topic.slug}`;
    const { displayName, handle } = personOf(topic.author_id);
    const shown = topic.deleted_at === null && topic.hidden_by === null;
    feed.addItem({
      id: `urn:uuid:${topic.id}`, link, title: asHtml(topic.title), date: topic.last_activity_at, published: topic.created_at,
      author: [{ name: displayName ?? handle ?? said.nobody }],
      category: [{ name: asAttribute(topic[`name_${language}`]), term: topic.category_slug }],
      description: asHtml(shown ? topic.excerpt : said.gone),
      content: asCdata(shown ? topic.html : `<p>${said.gone}</p>`),
    });
  }
  return feed.atom1();
}

// The library marks titles and summaries as HTML, keeps only the first end mark of a CDATA section from ending it, and escapes ampersands
// and quotes of attributes alone. What people wrote comes in all of these places.
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const asCdata = (html: string): string => html.replaceAll(']]>', ']]&gt;');
const asAttribute = (text: string): string => text.replaceAll('<', '‹');
