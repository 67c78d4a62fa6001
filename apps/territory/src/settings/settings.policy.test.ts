import { expect, it } from 'vitest';
import { settingsOf, withChange } from './settings.policy.ts';

const haida = { id: 'HAIDA-FN-CA', names: { en: 'Haida Nation', da: 'Haida-nationen' } };
const usual = { registration: 'open', welcome: { en: 'Welcome to Haida Nation.', da: 'Velkommen til Haida-nationen.' } };

it('is open and greets by name as long as nothing was chosen', () => {
  expect(settingsOf(haida, {})).toEqual(usual);
});

it('keeps to what was chosen, field by field', () => {
  expect(settingsOf(haida, { registration: 'closed', welcome: { en: 'X̱aayda' } })).toEqual({ registration: 'closed', welcome: { en: 'X̱aayda', da: usual.welcome.da } });
});

it.each([[null], ['closed'], [{ registration: 'maybe' }], [{ welcome: 'hello' }]])('falls back when %j is stored', (raw) => expect(settingsOf(haida, raw)).toEqual(usual));

it('drops a stored part that does not fit, and no other with it', () => {
  expect(settingsOf(haida, { registration: 'closed', welcome: { en: 5, da: 'Hej' } })).toEqual({ registration: 'closed', welcome: { en: usual.welcome.en, da: 'Hej' } });
  expect(settingsOf(haida, { registration: 'closed', welcome: 'hello' })).toEqual({ ...usual, registration: 'closed' });
  const row = { name_en: 'Sámi', name_da: 'Samerne', name_own: 'Sápmi', default_language: 'en', settings: { registration: 'closed', welcome: 'hello' } };
  expect(withChange(row, { settings: { welcome: { en: 'Hi' } } }).settings).toEqual({ registration: 'closed', welcome: { en: 'Hi' } });
});

it('changes what is named, keeps what is left out, and takes back what is null', () => {
  const row = { name_en: 'Sámi', name_da: 'Samerne', name_own: 'Sápmi', default_language: 'en', settings: { registration: 'closed', welcome: { en: 'Bures boahtin' } } };
  expect(withChange(row, {})).toEqual(row);
  expect(withChange(row, { name: { da: 'Sámi' }, defaultLanguage: 'da' })).toEqual({ ...row, name_da: 'Sámi', default_language: 'da' });
  expect(withChange(row, { name: { own: null }, settings: { registration: null, welcome: { da: 'Velkommen' } } })).toEqual({ ...row, name_own: null, settings: { welcome: { en: 'Bures boahtin', da: 'Velkommen' } } });
  expect(withChange({ ...row, settings: 'rubbish' }, { settings: { registration: 'open' } }).settings).toEqual({ registration: 'open', welcome: {} });
});
