import { expect, test, type Page } from '@playwright/test';
import { Person } from '../actors/member.ts';

const problem = { type: 'about:blank', title: 'The service is restarting.', detail: 'Try again in a moment.', status: 503, code: 'service_unavailable' };

/** Lets these calls fail as they do while a service restarts, by a refusal or by no answer at all. */
async function failing(page: Page, address: string, how: 'refused' | 'silent'): Promise<{ mend(): void; failed(): number }> {
  let away = true;
  let failed = 0;
  await page.route(address, (route) => {
    if (!away) return route.continue();
    failed++;
    return how === 'silent' ? route.abort() : route.fulfill({ status: 503, json: problem, contentType: 'application/problem+json' });
  });
  return { mend: () => void (away = false), failed: () => failed };
}

for (const how of ['refused', 'silent'] as const)
  test(`a page whose service restarts waits for it, ${how}`, async ({ browser }) => {
    const guest = await Person.arrive(await browser.newContext({ locale: 'en-GB' }), 'Guest');
    const service = await failing(guest.page, '**/api/v1/badges/community-host', how);
    await guest.open('/badges/community-host');
    await expect.poll(service.failed, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
    await expect(guest.heading('common:problem.unexpected')).toBeHidden();
    service.mend();
    await expect(guest.page.getByRole('heading', { name: 'Community host', level: 1 })).toBeVisible();
    expect(guest.faults).toEqual([]);
    await guest.page.context().close();
  });

test('a page whose service stays away says so, with a way to try again, until the service is back', async ({ browser }) => {
  const guest = await Person.arrive(await browser.newContext({ locale: 'en-GB' }), 'Guest');
  await guest.open('/badges');
  const service = await failing(guest.page, '**/api/v1/badges/community-host', 'refused');
  await guest.page.getByRole('main').getByRole('link', { name: 'Community host' }).first().click();
  await expect(guest.heading('common:problem.unexpected')).toBeVisible({ timeout: 20_000 });
  await expect(guest.button('common:retry')).toBeVisible();
  const before = service.failed();
  // It looks again by itself, and the page does not flicker meanwhile.
  const gone = guest.heading('common:problem.unexpected').waitFor({ state: 'detached', timeout: 30_000 }).then(() => service.failed());
  await expect.poll(service.failed, { timeout: 20_000 }).toBeGreaterThan(before + 1);
  service.mend();
  const seen = service.failed();
  expect(await gone).toBe(seen);
  await expect(guest.page.getByRole('heading', { name: 'Community host', level: 1 })).toBeVisible();
  expect(guest.faults).toEqual([]);
  await guest.page.context().close();
});

test('what a member writes while a service restarts is sent by itself, once', async ({ browser }) => {
  const freja = await Person.arrive(await browser.newContext({ locale: 'en-GB' }), 'Freja');
  await freja.join();
  const title = `Who restarts? ${Date.now()}`;
  await freja.open('/categories/welcome');
  await freja.page.getByRole('main').getByRole('link', { name: freja.t('common:newTopic') }).first().click();
  const topics = await failing(freja.page, '**/api/v1/topics', 'refused');
  await freja.field('forum:create.topicTitle').fill(title);
  await freja.field('forum:create.text').fill('Nobody presses twice.');
  await freja.button('forum:create.send').click();
  await expect.poll(topics.failed, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  topics.mend();
  await expect(freja.page.getByRole('heading', { name: title, level: 1 })).toBeVisible();

  const posts = await failing(freja.page, '**/api/v1/topics/*/posts', 'silent');
  await freja.page.getByRole('textbox', { name: freja.t('forum:reply.title') }).fill('Nor here.');
  await freja.button('forum:reply.send').click();
  await expect(freja.page.getByText(freja.t('forum:post.notSent'))).toBeVisible();
  await expect.poll(posts.failed, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  posts.mend();
  await expect(freja.posts()).toHaveCount(2);
  await freja.page.reload();
  await expect(freja.posts()).toHaveCount(2);
  expect(freja.faults).toEqual([]);
  await freja.page.context().close();
});
