import { expect, it } from 'vitest';
import { settingsOf } from './settings.policy.ts';

const haida = { id: 'HAIDA-FN-CA', names: { en: 'Haida Nation', da: 'Haida-nationen' } };
const usual = { registration: 'open', welcome: { en: 'Welcome to Haida Nation.', da: 'Velkommen til Haida-nationen.' } };

it('is open and greets by name as long as nothing was chosen', () => {
  expect(settingsOf(haida, {})).toEqual(usual);
});

it('keeps to what was chosen, field by field', () => {
  expect(settingsOf(haida, { registration: 'closed', welcome: { en: 'X̱aayda' } })).toEqual({ registration: 'closed', welcome: { en: 'X̱aayda', da: usual.welcome.da } });
});

it.each([[null], ['closed'], [{ registration: 'maybe' }], [{ welcome: 'hello' }]])('falls back when %j is stored', (raw) => expect(settingsOf(haida, raw)).toEqual(usual));
