import { beforeEach, expect, it, vi } from 'vitest';

const line = { cut: false };
vi.mock('./load-part.ts', () => ({ loadPart: (load: () => Promise<unknown>) => (line.cut ? Promise.reject(new Error('gone')) : load()) }));

let i18n: typeof import('./i18n.ts');
let translate: typeof import('./translate.ts').translate;
beforeEach(async () => {
  line.cut = false;
  vi.resetModules();
  i18n = await import('./i18n.ts');
  ({ translate } = await import('./translate.ts'));
});
const close = () => translate(i18n.currentLanguage(), 'common', 'close');

it('brings what was asked for along into another language, and tells', async () => {
  await i18n.loadTexts('common', 'forum');
  const heard = vi.fn();
  const stop = i18n.onTexts(heard);
  expect(close()).toBe('Close');
  await i18n.changeLanguage('da');
  expect([i18n.currentLanguage(), close(), i18n.hasTexts('forum'), i18n.hasTexts('errors')]).toEqual(['da', 'Luk', true, false]);
  expect(heard).toHaveBeenCalled();
  stop();
});

it('stays in its language while the texts of another do not come, and asks for them anew the next time', async () => {
  await i18n.loadTexts('common');
  line.cut = true;
  await expect(i18n.changeLanguage('da')).rejects.toThrow('texts did not come: da/common');
  await expect(i18n.loadTexts('forum')).rejects.toThrow('texts did not come: en/forum');
  expect([i18n.currentLanguage(), close()]).toEqual(['en', 'Close']);
  line.cut = false;
  await i18n.loadTexts('forum');
  await i18n.changeLanguage('da');
  expect([i18n.currentLanguage(), close(), i18n.hasTexts('forum')]).toEqual(['da', 'Luk', true]);
});
