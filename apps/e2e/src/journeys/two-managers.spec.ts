import { expect, test } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { awardByOperator } from '../actors/operator.ts';
import { pod } from '../pod.ts';

test('of two managers who change the same category the later one is told, and loses nothing of the other', async ({ browser }) => {
  test.setTimeout(120_000);
  const people = await Promise.all(['Anna', 'Bo'].map(async (name) => Person.arrive(await browser.newContext({ locale: 'en-GB' }), name)));
  for (const person of people) {
    await person.join();
    await awardByOperator(pod, person.handle, 'territory-manager');
  }
  const [anna, bo] = people as [Person, Person];
  const field = ({ page, t }: Person, legend: string, language: 'en' | 'da') => page.getByRole('group', { name: t(`management:category.${legend}`) }).getByLabel(t(`management:languages.${language}`), { exact: true });
  const name = `Boats ${Date.now()}`;

  await anna.open('/manage/categories/new');
  for (const language of ['en', 'da'] as const) {
    await field(anna, 'name', language).fill(name);
    await field(anna, 'about', language).fill('All that floats.');
  }
  await anna.button('management:category.create').click();
  await anna.page.getByRole('main').getByRole('link', { name }).first().click();
  await expect(field(anna, 'name', 'en')).toHaveValue(name);
  await bo.open(new URL(anna.page.url()).pathname);
  await expect(field(bo, 'name', 'en')).toHaveValue(name);

  await field(anna, 'name', 'en').fill(`${name} and ships`);
  await anna.button('management:save').click();
  await expect(anna.page.getByText(anna.t('management:saved'))).toBeVisible();
  // A badge that comes has the whole page asked for anew; the form stays with what was read.
  const askedAnew = bo.page.waitForResponse((answer) => answer.ok() && new URL(answer.url()).pathname === '/api/v1/categories');
  await awardByOperator(pod, bo.handle, 'moderator');
  await askedAnew;
  await expect(bo.page.getByRole('heading', { level: 1, name: `${name} and ships` })).toBeVisible();
  await field(bo, 'about', 'en').fill('All that swims.');
  await bo.button('management:save').click();
  await expect(bo.page.getByRole('alert').filter({ hasText: bo.t('management:newer') })).toBeVisible();
  await bo.button('management:takeNewer').click();
  await expect(field(bo, 'name', 'en')).toHaveValue(`${name} and ships`);
  await field(bo, 'about', 'en').fill('All that swims.');
  await bo.button('management:save').click();
  await expect(bo.page.getByText(bo.t('management:saved'))).toBeVisible();
  expect([anna.faults, bo.faults]).toEqual([[], []]);
  await Promise.all(people.map(({ page }) => page.context().close()));
});
