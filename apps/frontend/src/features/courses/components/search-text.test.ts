import { expect, it } from 'vitest';
import { arrived, openSearch, toAsk, typed, wasAsked } from './search-text.ts';

it('asks for what was typed, once, and leaves what is typed meanwhile', () => {
  const at = typed(openSearch(''), ' host ');
  expect(toAsk(at)).toBe('host');
  const asked = wasAsked(at, 'host');
  expect(toAsk(asked)).toBeUndefined();
  const meanwhile = arrived(typed(asked, 'hosting'), 'host');
  expect([meanwhile.text, toAsk(meanwhile)]).toEqual(['hosting', 'hosting']);
});

it('takes over what a link puts into the address, and does not push its own text back', () => {
  const searched = arrived(wasAsked(typed(openSearch(''), 'host'), 'host'), 'host');
  const cleared = arrived(searched, '');
  expect([cleared.text, toAsk(cleared)]).toEqual(['', undefined]);
  // Also a text that waits for its rest.
  expect(toAsk(arrived(typed(searched, 'hosting'), ''))).toBeUndefined();
});
