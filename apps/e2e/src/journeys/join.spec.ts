import { expect, test } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { linkIn, mailTo } from '../pod.ts';

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

for (const [language, locale] of [['en', 'en-GB'], ['da', 'da-DK']] as const)
  for (const [size, viewport] of Object.entries(sizes))
    test(`a newcomer joins, sets up a profile and leaves, in ${language} on a ${size}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, locale });
      const freja = await Person.arrive(context, 'Freja', { language });
      await freja.join();
      await freja.open('/profile');
      await freja.field('profile:about').fill('Jeg bor ved havnen. 🌊');
      await freja.button('profile:edit.submit').click();
      await expect(freja.page.getByText(freja.t('profile:edit.saved'))).toBeVisible();
      await freja.page.reload();
      await expect(freja.field('profile:about')).toHaveValue('Jeg bor ved havnen. 🌊');
      expect((await context.cookies()).filter((cookie) => cookie.name.startsWith('__Host-')).every((cookie) => cookie.httpOnly && cookie.secure)).toBe(true);
      expect(await freja.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage, cookie: document.cookie }))).not.toMatch(/eyJ|refresh/);
      await freja.signOut();
      await freja.open('/profile');
      await expect(freja.page).toHaveURL(/sign-in/);
      expect(freja.faults).toEqual([]);
      await context.close();
    });

test('everything works with the keyboard alone', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const ida = await Person.arrive(context, 'Ida');
  const { page } = ida;
  await ida.open('/register');
  await expect(ida.heading('auth:register.title')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByText(ida.t('common:skip'))).toBeFocused();
  await page.keyboard.press('Enter');
  /** Goes on with Tab until this control has the focus. */
  const reach = async (target: ReturnType<typeof ida.field>) => {
    for (let steps = 0; steps < 40; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('not reached with 40 tabs');
  };
  await reach(ida.field('auth:email'));
  await page.keyboard.type(ida.email);
  await reach(ida.field('auth:password'));
  await page.keyboard.type(ida.password);
  await page.keyboard.press('Enter');
  await expect(ida.heading('auth:checkMail.title')).toBeVisible();
  await ida.confirm();
  await ida.open('/sign-in');
  await reach(ida.field('auth:email'));
  await page.keyboard.type(ida.email);
  await reach(ida.field('auth:password'));
  await page.keyboard.type(ida.password);
  await reach(ida.button('auth:signIn.submit'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/welcome/);
  await reach(ida.field('profile:displayName'));
  await page.keyboard.type('Ida');
  await reach(ida.button('profile:welcome.submit'));
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/welcome/);
  await context.close();
});

test('a forgotten password is replaced, and every device is signed out', async ({ browser }) => {
  const first = await browser.newContext({ locale: 'en-GB' });
  const second = await browser.newContext({ locale: 'en-GB' });
  const nora = await Person.arrive(first, 'Nora');
  await nora.join();
  const elsewhere = await second.newPage();
  await elsewhere.goto(`${new URL(nora.page.url()).origin}/forgot-password`);
  await elsewhere.getByRole('main').getByLabel(nora.t('auth:email'), { exact: true }).fill(nora.email);
  await elsewhere.getByRole('main').getByRole('button', { name: nora.t('auth:forgot.submit') }).click();
  const link = linkIn(await mailTo(nora.email, /reset-password/), '/reset-password');
  await elsewhere.goto(link);
  await elsewhere.getByRole('main').getByLabel(nora.t('auth:newPassword'), { exact: true }).fill('nine other words of mine');
  await elsewhere.getByRole('main').getByRole('button', { name: nora.t('auth:reset.submit') }).click();
  await expect(elsewhere.getByRole('heading', { name: nora.t('auth:reset.done') })).toBeVisible();
  await elsewhere.goto(link);
  await elsewhere.getByRole('main').getByLabel(nora.t('auth:newPassword'), { exact: true }).fill('a third set of words');
  await elsewhere.getByRole('main').getByRole('button', { name: nora.t('auth:reset.submit') }).click();
  await expect(elsewhere.getByText(nora.t('errors:link_expired.title'))).toBeVisible();
  await nora.open('/profile');
  await expect(nora.page).toHaveURL(/sign-in/);
  await nora.signIn('nine other words of mine');
  await first.close();
  await second.close();
});
