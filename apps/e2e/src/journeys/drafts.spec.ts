import { expect, test, type Page } from '@playwright/test';
import { Person } from '../actors/member.ts';

/** Calls of this kind are answered late, so that what is under way meets what comes next. */
async function delay(page: Page, address: RegExp, method: string, ms: number): Promise<void> {
  await page.route(address, async (route) => {
    if (route.request().method() === method) await new Promise((resolve) => setTimeout(resolve, ms));
    await route.continue();
  });
}

test('a draft outlives its page; what was posted or given up does not come back', async ({ browser }) => {
  test.setTimeout(120_000);
  const freja = await Person.arrive(await browser.newContext({ locale: 'en-GB' }), 'Freja');
  await freja.join();
  await delay(freja.page, /\/api\/v1\/drafts\//, 'PUT', 1_000);
  await delay(freja.page, /\/api\/v1\/topics$/, 'POST', 2_000);
  const noDrafts = async (): Promise<void> => {
    await freja.open('/drafts');
    await expect(freja.page.getByText(freja.t('forum:draft.empty'))).toBeVisible();
  };
  const editing = freja.page.getByRole('textbox', { name: freja.t('forum:editing.label', { number: '1' }) });
  const edit = (): Promise<void> => freja.page.getByRole('button', { name: freja.t('forum:post.editPost', { number: '1' }) }).click();

  await freja.open('/new-topic');
  await freja.field('forum:create.category').selectOption({ index: 1 });
  await freja.field('forum:create.topicTitle').fill('Posted while its draft was being saved');
  const saving = freja.page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/drafts/'));
  await freja.field('forum:create.text').fill('Once is enough.');
  await saving;
  await freja.button('forum:create.send').click();
  await expect(freja.posts()).toHaveCount(1);
  const topic = new URL(freja.page.url()).pathname;
  await noDrafts();

  await freja.open(topic);
  await edit();
  await editing.fill('Given up at once.');
  await freja.button('common:cancel').click();
  await edit();
  await expect(editing).toHaveValue('Once is enough.');
  await editing.fill('Saved at once.');
  await editing.press('Control+Enter');
  await expect(freja.posts().first()).toContainText('Saved at once.');
  await noDrafts();

  await freja.open(topic);
  const reply = freja.page.getByRole('textbox', { name: freja.t('forum:reply.title') });
  await reply.fill('To be gone on with');
  await expect(freja.page.getByText(freja.t('forum:draft.saved'))).toBeVisible();
  await freja.page.reload();
  await expect(reply).toHaveValue('To be gone on with');
  expect(freja.faults).toEqual([]);
  await freja.page.context().close();
});
