import { expect, test } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { crashServer, openWire } from '../pod.ts';
import { runPod, type RunningPod } from '../run-pod.ts';

// Of its own: its servers are killed under it.
let pod: RunningPod;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  pod = await runPod({ port: 19_080 });
});
test.afterAll(() => pod?.stop());

test('two people talk live, are told, and miss nothing while asleep', async ({ browser }) => {
  test.setTimeout(240_000);
  const wire = await openWire(pod);
  const windows = await Promise.all([browser.newContext({ locale: 'en-GB' }), browser.newContext({ locale: 'da-DK' })]);
  const freja = await Person.arrive(windows[0], 'Freja', { pod });
  const mads = await Person.arrive(windows[1], 'Mads', { language: 'da', base: wire.url, pod });
  await freja.join();
  await mads.join();

  const topic = await test.step('a new topic appears without reload', async () => {
    await mads.watchTopics('/');
    const title = `Who swims in the harbour in winter? ${Date.now()}`;
    const path = await freja.openTopic(title, 'I started **last week** and want company.');
    await mads.showNewTopics();
    await mads.page.getByRole('link', { name: title }).click();
    await expect(mads.posts()).toHaveCount(1);
    await expect(mads.posts().first().locator('strong')).toHaveText('last week');
    return { title, path };
  });

  await test.step('a reply with a mention is seen live, notified live and by mail', async () => {
    await mads.reply(`Me! Every morning at seven, @${freja.handle}. Come along?`);
    await expect(freja.posts()).toHaveCount(2);
    await expect(freja.posts().nth(1).getByRole('link', { name: `@${freja.handle}` })).toBeVisible();
    await expect(freja.page.getByRole('banner').getByRole('link', { name: freja.t('common:bell.some_one', { count: '1' }) })).toBeVisible();
    const mail = await freja.mail(new RegExp(topic.title.slice(0, 20)));
    expect(mail.text).toContain('Every morning at seven');
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  });

  const missed = async (round: string): Promise<void> => {
    wire.cut();
    for (const n of [1, 2, 3]) await freja.reply(`${round} post ${n}`);
    wire.mend();
    for (const n of [1, 2, 3]) await expect(mads.posts().filter({ hasText: `${round} post ${n}` })).toHaveCount(1, { timeout: 45_000 });
    const texts = await mads.posts().allInnerTexts();
    const order = texts.map((text) => new RegExp(`${round} post (\\d)`).exec(text)?.[1]).filter(Boolean);
    expect(order).toEqual(['1', '2', '3']);
  };
  await test.step('asleep during three posts: all there, once, in order', () => missed('Asleep'));
  await test.step('the same after Redis and NATS were wiped', async () => {
    wire.cut();
    crashServer(pod, 'nats');
    crashServer(pod, 'redis');
    await missed('Wiped');
  });
  await test.step('and talk goes on live', async () => {
    await mads.reply('Back again.');
    await expect(freja.posts().filter({ hasText: 'Back again.' })).toHaveCount(1, { timeout: 30_000 });
  });

  expect([freja.faults, mads.faults]).toEqual([[], []]);
  await Promise.all(windows.map((window) => window.close()));
  await wire.close();
});
