import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { awardByOperator } from '../actors/operator.ts';
import type { Person } from '../actors/member.ts';
import { pod } from '../pod.ts';
import { conversation, flagged } from './conversation.ts';
import { learning } from './prepared.ts';

const folder = resolve(import.meta.dirname, '../../../../docs/pictures');

/** `npm run gallery -w @unityplan/e2e -- readme` takes the pictures of the README anew. */
test('pictures of the README', async ({ browser }) => {
  test.setTimeout(600_000);
  const { freja, mads, aviaja, topic } = await conversation(browser);
  await awardByOperator(pod, aviaja.handle, 'territory-manager');
  await flagged(freja, aviaja, topic);
  const take = async ({ page }: Person, name: string): Promise<void> => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${folder}/${name}.png` });
  };
  await mads.open(topic);
  await mads.page.getByRole('heading', { level: 1 }).waitFor();
  // It opens at the first post not read yet.
  await mads.page.keyboard.press('Control+Home');
  await mads.page.evaluate(() => window.scrollTo(0, 0));
  await take(mads, 'forum');

  await learning(mads);
  await mads.page.getByRole('heading', { level: 1 }).waitFor();
  await take(mads, 'course');

  await aviaja.open('/moderation');
  await aviaja.page.locator('main a[href^="/moderation/cases/"]').first().click();
  await expect(aviaja.page).toHaveURL(/moderation\/cases/);
  await aviaja.page.getByRole('heading', { level: 1 }).waitFor();
  await take(aviaja, 'moderation');
});
