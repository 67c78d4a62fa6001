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

it('has parts for a quote, remarks and many things at once', () => {
  const { text, html } = letterBody({ ...letter, remarks: ['Du kan klage.'], sections: [{ title: 'Havn & bad', lines: ['2 nye indlæg af Bo'], quote: 'Ja\nnej', url: 'https://dk.unityplan.org/x' }] });
  expect(text).toContain('> Ja & nej\n\nDu kan klage.\n\n* Havn & bad\n2 nye indlæg af Bo\n> Ja\n> nej\nhttps://dk.unityplan.org/x\n\nLæs:');
  expect(html).toContain('<a href="https://dk.unityplan.org/x">Havn &amp; bad</a></h2><p style="margin:.25em 0">2 nye indlæg af Bo</p>');
});

it('has every sentence in every language, none of them empty', () => {
  const badge = { badge: 'B', course: 'C', by: 'D', until: 'E', days: 1 };
  const decision = { title: 'T', number: 2, moderator: 'M', rule: 'abuse', outcome: 'hidden', appealUntil: 'U' } as const;
  const words = ({ subject, paragraphs, remarks = [], action }: { subject: string; paragraphs: readonly string[]; remarks?: readonly string[]; action: string }) => [subject, action, ...paragraphs, ...remarks];
  const sentences = (language: 'en' | 'da') => {
    const texts = textsOf(language);
    return [
      texts.greeting('A'), texts.greeting(null), texts.linkUntil('now'), texts.someone, texts.aModerator, texts.readPost, texts.settings, texts.accountWhy,
      ...Object.values(texts.post).map((say) => say('A', 'T')), ...Object.values(texts.why), ...Object.values(texts.unsubscribe), ...Object.values(texts.push),
      ...Object.values(texts.badge).flatMap((say) => [...words(say(badge)), ...words(say({ ...badge, course: null, by: null, until: null, days: 7 })), ...words(say({ ...badge, days: 0 }))]),
      ...Object.values(texts.decision).flatMap((say) => [...words(say(decision)), ...words(say({ ...decision, rule: null, outcome: 'dismissed', appealUntil: null })), ...words(say({ ...decision, outcome: 'granted' }))]),
      ...[1, 2].flatMap((n) => [texts.digest.subject(n, 'T'), texts.digest.posts(n, ['A', 'B'], n - 1), texts.digest.posts(n, [], 0), texts.digest.more(n)]), texts.digest.intro, texts.digest.action, texts.digest.why,
      ...Object.values(texts.account).flatMap(words),
    ];
  };
  expect(sentences('da')).toHaveLength(sentences('en').length);
  for (const sentence of [...sentences('en'), ...sentences('da')]) {
    expect(sentence.trim().length).toBeGreaterThan(2);
    expect(sentence).not.toMatch(/undefined|null|\[object/);
  }
});

it('counts and lists people as one does', () => {
  const { digest } = textsOf('en');
  expect([digest.posts(1, ['Bo'], 0), digest.posts(2, ['Bo', 'Ida'], 0), digest.posts(9, ['Bo', 'Ida'], 1), digest.posts(14, ['Bo', 'Ida'], 12)]).toEqual([
    'One new post by Bo', '2 new posts by Bo and Ida', '9 new posts by Bo, Ida and one other', '14 new posts by Bo, Ida and 12 others',
  ]);
});
