import { expect, it } from 'vitest';
import { readEventName, readName } from './names.ts';

it.each([
  ['TimeBank', /Try: time-bank$/], ['time_bank', /Try: time-bank$/], ['-x', /Try: x$/], ['a--b', /Try: a-b$/], ['', /For example: recipe/], ['42', /For example/], ['../x', /Try: x$/],
  ['recipe;rm', /Try: recipe-rm$/], ['a'.repeat(25), /too long/], ['class', /something else/], ['id', /something else/],
])('refuses the name %j and says how', (name, sentence) => expect(() => readName(name, 'service')).toThrow(sentence));

it('takes a fitting one', () => expect(readName('time-bank', 'service').pascal).toBe('TimeBank'));

it.each([['recipe', /For example: recipe.cooked/], ['Recipe.Cooked', /Try: recipe.cooked$/], ['recipe.slow-cooked', /Try: recipe.slow_cooked$/], ['a.b.c', /noun.verb/], ['recipe:cooked', /Try: recipe.cooked$/], ['.', /For example/], ['r.1', /For example/]])(
  'refuses the event %j and says how', (name, sentence) => expect(() => readEventName(name)).toThrow(sentence));

it('takes a fitting event', () => expect(readEventName('time_bank.closed_down')).toMatchObject({ noun: { camel: 'timeBank' }, verb: { pascal: 'ClosedDown' } }));
