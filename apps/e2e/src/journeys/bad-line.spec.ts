import { expect, test, type Browser, type Page } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { awardByOperator } from '../actors/operator.ts';
import { pod, urlOf } from '../pod.ts';

/** Loses the first requests for these addresses, as a line that is cut for a moment does. */
async function lose(page: Page, addresses: string, count: number): Promise<{ lost: () => number }> {
  let left = count;
  await page.route(addresses, (route) => (left-- > 0 ? route.abort() : route.continue()));
  return { lost: () => count - Math.max(0, left) };
}

for (const [part, files] of Object.entries({ 'the entry': 'index-*.js', 'a page': 'register-*.js', 'texts of a page': 'auth-*.js', 'texts of all pages': 'common-*.js' }))
  test(`${part} that does not come is asked for again`, async ({ browser }) => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const { lost } = await lose(page, `**/assets/${files}`, 2);
    await page.goto(`${urlOf()}/register`);
    await expect(page.getByLabel('E-mail')).toBeVisible({ timeout: 30_000 });
    expect(lost()).toBe(2);
    await expect(page.locator('#slow')).toBeHidden();
    await page.context().close();
  });

async function people<const Names extends readonly string[]>(browser: Browser, names: Names): Promise<{ [Name in keyof Names]: Person }> {
  const all = await Promise.all(names.map(async (name) => Person.arrive(await browser.newContext({ locale: 'en-GB' }), name)));
  for (const person of all) await person.join();
  return all as { [Name in keyof Names]: Person };
}

test('a badge that comes after a page was loaded and before it is live opens the page’s door', async ({ browser }) => {
  const [host, ida] = await people(browser, ['Host', 'Ida']);
  await awardByOperator(pod, host.handle, 'community-host');
  const topic = await host.openTopic('Where do you put the chairs?', 'In a circle, or in rows?', 'Community hosts');

  const held: (() => void)[] = [];
  let holding = true;
  await ida.page.route('**/api/v1/realtime/tickets', async (route) => {
    if (holding) await new Promise<void>((release) => held.push(release));
    await route.continue();
  });
  await ida.open(topic);
  await expect(ida.page.getByText(ida.t('forum:door.reply'))).toBeVisible();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await awardByOperator(pod, ida.handle, 'community-host');
  holding = false;
  held.forEach((release) => release());
  await expect(ida.page.getByRole('textbox', { name: ida.t('forum:reply.title') })).toBeVisible();
  expect([...host.faults, ...ida.faults]).toEqual([]);
});

test('a post that is hidden and shown again is so on every open page, also when looking it up fails at first', async ({ browser }) => {
  test.setTimeout(120_000);
  const [freja, mads, ole] = await people(browser, ['Freja', 'Mads', 'Ole']);
  await awardByOperator(pod, ole.handle, 'moderator');
  const topic = await freja.openTopic('How loud may one be?', 'In the reading room, I mean.');
  await mads.open(topic);
  await mads.reply('As loud as you like.');
  await ole.open(topic);
  await ole.page.getByRole('button', { name: ole.t('forum:hidden.hidePost', { number: '2' }) }).click();
  const dialog = ole.page.getByRole('dialog');
  await dialog.getByLabel(ole.t('moderation:rules.off_topic')).check();
  await dialog.getByLabel(ole.t('forum:mod.reason')).fill('Belongs elsewhere.');
  await dialog.getByRole('button', { name: ole.t('forum:hidden.hideConfirm') }).click();
  for (const reader of [freja, mads]) await expect(reader.posts().nth(1)).toContainText('Belongs elsewhere.');
  const { lost } = await lose(freja.page, '**/api/v1/posts/*', 1);
  await ole.page.getByRole('button', { name: ole.t('forum:hidden.restorePost', { number: '2' }) }).click();
  await dialog.getByRole('textbox').fill('It was a joke.');
  await dialog.getByRole('button', { name: ole.t('forum:hidden.restoreConfirm') }).click();
  for (const reader of [freja, mads]) await expect(reader.posts().nth(1)).toContainText('As loud as you like.');
  expect(lost()).toBe(1);
});
