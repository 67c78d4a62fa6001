import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Person } from '../actors/member.ts';

const guestPages = ['/', '/register', '/sign-in', '/forgot-password', '/check-your-mail', '/verify-email?token=incomplete-token-of-a-mail', '/reset-password?token=incomplete-token-of-a-mail', '/territories', '/unsubscribe?token=incomplete-token-of-a-mail', '/no-such-page'];
const memberPages = ['/', '/new-topic', '/profile', '/settings/sessions', '/settings/notifications', '/notifications', '/territories'];

for (const colorScheme of ['light', 'dark'] as const)
  test(`every page is free of accessibility faults and fits 320 px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ colorScheme, locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const anna = await Person.arrive(context, 'Anna');
    const check = async (path: string): Promise<void> => {
      await anna.open(path);
      await anna.page.getByRole('heading', { level: 1 }).first().waitFor();
      await anna.page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page: anna.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map((node) => node.html).join(' ')}`), path).toEqual([]);
      await anna.page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await anna.page.evaluate(() => document.documentElement.scrollWidth), `${path} at 320 px`).toBeLessThanOrEqual(320);
      await anna.page.setViewportSize({ width: 1280, height: 800 });
    };
    for (const path of guestPages) await check(path);
    await anna.join();
    for (const path of memberPages) await check(path);
    await check(await anna.openTopic('A topic for everyone to read', 'Some `code`, a list:\n\n- one\n- two\n\n> and a quotation\n\n| a | b |\n|---|---|\n| 1 | 2 |'));
    await check(`/members/${anna.handle}`);
    await context.close();
  });
