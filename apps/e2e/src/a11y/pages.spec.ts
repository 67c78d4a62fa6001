import { expect, test } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { awardByOperator } from '../actors/operator.ts';
import { pod } from '../pod.ts';
import { look } from './look.ts';

const guestPages = ['/', '/register', '/sign-in', '/forgot-password', '/check-your-mail', '/verify-email?token=incomplete-token-of-a-mail', '/reset-password?token=incomplete-token-of-a-mail', '/territories', '/unsubscribe?token=incomplete-token-of-a-mail', '/badges', '/badges/community-host', '/courses', '/moderation/log', '/no-such-page'];
// The desks are closed to a member without a role: what they show is the way in.
const memberPages = ['/', '/new-topic', '/drafts', '/profile', '/settings/sessions', '/settings/notifications', '/settings/moderation', '/notifications', '/notifications?show=saved&kind=badge', '/badges', '/badges/community-host', '/courses', '/moderation', '/manage', '/manage/territories', '/categories/hosts', '/territories'];
const deskPages = ['/moderation', '/moderation?state=decided', '/manage', '/manage/categories', '/manage/categories/new', '/manage/badges', '/manage/badges/new', '/manage/badges/community-host', '/manage/badges/moderator?part=holders', '/manage/people', '/manage/roles', '/manage/territories', '/manage/territories/new', '/manage/territories/DK', '/manage/territories/DK-COPENHAGEN', '/manage/territories/NO'];

for (const colorScheme of ['light', 'dark'] as const)
  test(`every page is free of accessibility faults and fits 320 px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(480_000);
    const window = () => browser.newContext({ colorScheme, locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const anna = await Person.arrive(await window(), 'Anna');
    const bo = await Person.arrive(await window(), 'Bo');
    const check = async (person: Person, path: string): Promise<void> => {
      await person.open(path);
      await person.page.getByRole('heading', { level: 1 }).first().waitFor();
      await look(person, path);
    };
    for (const path of guestPages) await check(anna, path);
    await anna.join();
    for (const path of memberPages) await check(anna, path);
    await check(anna, `/members/${anna.handle}`);

    await bo.join();
    const topic = await bo.openTopic('A topic for everyone to read', 'Some `code`, a list:\n\n- one\n- two\n\n> and a quotation\n\n| a | b |\n|---|---|\n| 1 | 2 |');
    await check(bo, topic);
    await anna.open(topic);
    await anna.page.getByRole('button', { name: anna.t('forum:flag.ofPost', { number: '1' }) }).click();
    await look(anna, 'flagging');

    await awardByOperator(pod, anna.handle, 'territory-manager');
    await anna.open('/manage');
    await expect(anna.page.getByRole('link', { name: anna.t('management:parts.log') }).first()).toBeVisible();
    for (const path of [...deskPages, `/manage/people?handle=${bo.handle}`]) await check(anna, path);

    await anna.open(topic);
    await anna.page.getByRole('button', { name: anna.t('forum:hidden.hidePost', { number: '1' }) }).click();
    const dialog = anna.page.getByRole('dialog');
    await look(anna, 'hiding');
    await dialog.getByLabel(anna.t('moderation:rules.off_topic')).check();
    await dialog.getByLabel(anna.t('forum:mod.reason')).fill('Belongs elsewhere.');
    await dialog.getByRole('button', { name: anna.t('forum:hidden.hideConfirm') }).click();
    await expect(bo.page.getByText(bo.t('forum:hidden.by')).first()).toBeVisible();
    await look(bo, 'an own hidden post');
    await bo.button('moderation:appeal.start').click();
    await look(bo, 'appealing');
    await look(anna, 'a hidden post of someone else');
    await anna.page.getByRole('main').getByRole('link', { name: anna.t('forum:hidden.log') }).first().click();
    await anna.page.getByRole('button', { name: anna.t('moderation:verify.run') }).click();
    await expect(anna.page.getByText(anna.t('moderation:verify.steps.words'))).toBeVisible();
    await look(anna, 'a decision that was checked');
    await anna.page.context().close();
    await bo.page.context().close();
  });
