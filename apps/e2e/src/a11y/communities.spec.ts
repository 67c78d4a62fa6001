import { expect, test } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { awardByOperator } from '../actors/operator.ts';
import { pod, urlOf } from '../pod.ts';
import { look } from './look.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test(`the life of a community is free of accessibility faults on every page, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const window = () => browser.newContext({ colorScheme, locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const anna = await Person.arrive(await window(), 'Anna');
    await anna.join();
    await awardByOperator(pod, anna.handle, 'territory-manager');
    const { page } = anna;
    const suffix = `HARBOUR-${colorScheme}-${Date.now().toString(36)}`.toUpperCase();
    const name = `Harbour ${colorScheme} Åø`;

    await anna.open('/manage/territories/new');
    await anna.button('communities:form.create').click();
    await look(anna, 'a community with nothing filled in');
    await anna.page.getByLabel(anna.t('management:languages.en')).fill(name);
    await anna.page.getByLabel(anna.t('management:languages.da')).fill(name);
    await anna.field('communities:form.id').fill(suffix);
    await anna.button('communities:form.create').click();
    await expect(page.getByRole('heading', { name: anna.t('communities:order.done', { name }) })).toBeVisible({ timeout: 30_000 });
    await look(anna, 'a community that was made');

    const guest = await Person.arrive(await window(), 'Guest', { base: urlOf({ ...pod, slug: `dk-${suffix.toLowerCase()}` }) });
    await guest.open('/');
    await expect(guest.page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await look(guest, 'the front page of a new community');

    await anna.open(`/manage/territories/DK-${suffix}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await look(anna, 'a community at the desk');
    const set = async (status: 'suspended' | 'active' | 'archived', button: 'suspend' | 'resume' | 'archive'): Promise<void> => {
      await anna.button(`communities:state.${button}`).click();
      const dialog = page.getByRole('dialog');
      await look(anna, `asking for ${status}`);
      await dialog.getByRole('textbox').fill('For the sake of a test.');
      await dialog.getByRole('button', { name: anna.t(`communities:state.confirm.${status}.run`) }).click();
      await expect(page.getByText(anna.t(`communities:status.${status}`), { exact: true }).first()).toBeVisible();
    };
    await set('suspended', 'suspend');
    // The page that was open is told, without anyone touching it.
    await expect(guest.heading('common:closedTerritory.suspended', { territory: name })).toBeVisible({ timeout: 30_000 });
    await look(guest, 'a community that is closed for a while');
    await set('active', 'resume');
    await expect(guest.page.getByRole('banner')).toBeVisible({ timeout: 30_000 });
    await set('archived', 'archive');
    await expect(guest.heading('common:closedTerritory.archived', { territory: name })).toBeVisible({ timeout: 30_000 });
    await guest.open('/register');
    await expect(guest.heading('common:closedTerritory.archived', { territory: name })).toBeVisible();
    await look(guest, 'a community that is closed for good');
    await guest.page.getByRole('link', { name: guest.t('common:footer.territories') }).click();
    await expect(guest.heading('territories:title')).toBeVisible();
    await guest.page.goBack();
    await guest.page.getByRole('link', { name: guest.t('common:goToTerritory', { territory: 'Denmark' }) }).click();
    await expect(guest.page.getByRole('heading', { name: 'Denmark', level: 1 })).toBeVisible();
    expect([...anna.faults, ...guest.faults]).toEqual([]);
    await page.context().close();
    await guest.page.context().close();
  });
