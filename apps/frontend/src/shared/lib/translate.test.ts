import { describe, expect, it } from 'vitest';
import { addTexts, translate, type Texts } from './translate.ts';

const texts: Texts = { title: 'Topics', by: 'By {who}, {when}', nested: { deep: 'There' }, posts_one: '{count} post', posts_other: '{count} posts', left: '{count} left' };
for (const language of ['en', 'da']) addTexts(language, 'forum', texts);
const say = (key: string, values?: Record<string, unknown>, language = 'en') => translate(language, 'forum', key, values);

describe('a text', () => {
  it('is found by its dotted key and fills its places', () => {
    expect([say('title'), say('nested.deep'), say('by', { who: 'Aviâja', when: 'now' })]).toEqual(['Topics', 'There', 'By Aviâja, now']);
  });

  it('leaves a place empty that nobody fills, and takes what is put into it as it is', () => {
    expect([say('by', { who: undefined, when: null }), say('by', { who: '$& {when} <b>', when: 1 })]).toEqual(['By , ', 'By $& {when} <b>, 1']);
  });

  it('has the plural of the language, and needs none', () => {
    expect([0, 1, 2].map((count) => say('posts', { count }))).toEqual(['0 posts', '1 post', '2 posts']);
    expect(say('posts', { count: 1 }, 'da')).toBe('1 post');
    expect(say('left', { count: 1 })).toBe('1 left');
  });

  it('is undefined where there is none: a group, a place beyond a text, or what every object has', () => {
    expect(['nested', 'title.more', 'nothing.at.all', 'constructor', 'toString.name'].map((key) => say(key))).toEqual(Array(5).fill(undefined));
  });
});
