import { expect, it, vi } from 'vitest';

vi.mock('./i18n.ts', () => ({ currentLanguage: () => 'en', isLanguage: (value: unknown) => value === 'en' || value === 'da' }));
const { said } = await import('./localised.ts');

it('takes the reader’s language, then the main one, then any, and says when it had to', () => {
  expect(said({ en: 'Hello', da: 'Hej' }, 'da', 'en')).toEqual({ text: 'Hello', language: 'en', fallback: false });
  expect(said({ da: 'Hej' }, 'da', 'en')).toEqual({ text: 'Hej', language: 'da', fallback: true });
  expect(said({ en: '', da: 'Hej' }, 'en', 'en')).toEqual({ text: 'Hej', language: 'da', fallback: true });
  expect(said({}, 'da', 'en')).toEqual({ text: '', language: 'da', fallback: false });
  expect(said(null, 'en', 'fr')).toEqual({ text: '', language: 'en', fallback: false });
});
