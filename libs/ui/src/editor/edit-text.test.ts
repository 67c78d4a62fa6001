import { describe, expect, it } from 'vitest';
import { makeLink, mentionAt, prefixLines, quoted, wrapWith } from './edit-text.ts';

describe('editing markdown', () => {
  it('makes text bold and plain again', () => {
    const bold = wrapWith('**', { text: 'a word', start: 2, end: 6 });
    expect(bold).toEqual({ text: 'a **word**', start: 4, end: 8 });
    expect(wrapWith('**', bold)).toEqual({ text: 'a word', start: 2, end: 6 });
  });

  it('prefixes every selected line, and takes the prefix off', () => {
    const list = prefixLines('- ', { text: 'one\ntwo\nthree', start: 1, end: 5 });
    expect(list.text).toBe('- one\n- two\nthree');
    expect(prefixLines('- ', list).text).toBe('one\ntwo\nthree');
  });

  it('makes a link and selects its address', () => {
    const link = makeLink({ text: 'see here', start: 4, end: 8 });
    expect(link.text).toBe('see [here](https://)');
    expect(link.text.slice(link.start, link.end)).toBe('https://');
  });

  it('finds the mention under the caret', () => {
    expect(mentionAt('hej @An', 7)).toEqual({ from: 4, prefix: 'an' });
    expect(mentionAt('@', 1)).toEqual({ from: 0, prefix: '' });
    expect(mentionAt('mail me@home', 12)).toBeUndefined();
    expect(mentionAt('@anna done', 10)).toBeUndefined();
  });

  it('quotes', () => {
    expect(quoted('one\n\ntwo\n')).toBe('> one\n>\n> two');
  });
});
