import { expect, it } from 'vitest';
import { letterBody } from './body.ts';
import { textsOf } from './texts.ts';

const letter = {
  language: 'da', title: '<Havn> & "bad"', paragraphs: ['Hej Freja', 'Bo <script>alert(1)</script> svarede:'], quote: 'Ja & nej',
  action: { label: 'Læs', url: 'https://dk.unityplan.org/topics/1/x#post-2' }, footer: ['Fordi'], links: [{ label: 'Stop', url: 'https://dk.unityplan.org/unsubscribe?token=a' }],
} as const;

it('says the same as text and as HTML', () => {
  const { text, html } = letterBody(letter);
  expect(text).toBe(
    'Hej Freja\n\nBo <script>alert(1)</script> svarede:\n\n> Ja & nej\n\nLæs:\nhttps://dk.unityplan.org/topics/1/x#post-2\n\n-- \nFordi\n\nStop:\nhttps://dk.unityplan.org/unsubscribe?token=a\n',
  );
  expect(html).toContain('<html lang="da" dir="ltr">');
  expect(html).toContain('<title>&lt;Havn&gt; &amp; &quot;bad&quot;</title>');
  expect(html).toContain('<blockquote style="margin:1em 0;padding-left:1em;border-left:4px solid">Ja &amp; nej</blockquote>');
  expect(html).not.toMatch(/<(script|img|link|iframe)/);
});

it('has every sentence in every language, none of them empty', () => {
  const sentences = (language: 'en' | 'da') => {
    const texts = textsOf(language);
    return [
      texts.greeting('A'), texts.greeting(null), texts.post.mention('A', 'T'), texts.post.reply('A', 'T'), texts.linkUntil('now'),
      ...Object.values(texts.account).flatMap(({ subject, paragraphs, action }) => [subject, action, ...paragraphs]),
    ];
  };
  expect(sentences('da')).toHaveLength(sentences('en').length);
  for (const sentence of [...sentences('en'), ...sentences('da')]) expect(sentence.trim().length).toBeGreaterThan(2);
});
