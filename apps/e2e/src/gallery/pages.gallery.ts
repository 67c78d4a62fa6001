import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import { awardByOperator } from '../actors/operator.ts';
import { pod, urlOf } from '../pod.ts';
import { conversation, flagged } from './conversation.ts';
import { closed, learning, writing } from './prepared.ts';

const folder = resolve(import.meta.dirname, '../../.results/gallery');
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

test('pictures of every page', async ({ browser }) => {
  test.setTimeout(600_000);
  mkdirSync(folder, { recursive: true });
  const { freja, mads, aviaja, topic } = await conversation(browser);
  const state = await freja.page.context().storageState();
  await awardByOperator(pod, aviaja.handle, 'territory-manager');
  await flagged(freja, aviaja, topic);
  const lesson = await learning(mads);
  const course = await writing(aviaja);
  const community = await closed(aviaja);
  await aviaja.open('/moderation');
  const file = (await aviaja.page.locator('main a[href^="/moderation/cases/"]').first().getAttribute('href'))!;
  const learner = await mads.page.context().storageState();
  const managing = await aviaja.page.context().storageState();
  for (const [size, viewport] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark'] as const) {
      const window = { viewport, colorScheme, locale: 'en-GB', hasTouch: size === 'phone' };
      const guest = await browser.newContext(window);
      const member = await browser.newContext({ ...window, storageState: state });
      const manager = await browser.newContext({ ...window, storageState: managing });
      const reader = await browser.newContext({ ...window, storageState: learner });
      const take = async (context: typeof guest, name: string, path: string): Promise<void> => {
        const page = await context.newPage();
        await page.goto(new URL(path, freja.page.url()).href);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png`, fullPage: false });
        await page.close();
      };
      for (const [name, path] of Object.entries({ register: '/register', 'sign-in': '/sign-in', territories: '/territories', 'guest-home': '/', 'guest-topic': topic, 'moderation-log': '/moderation/log', badges: '/badges', badge: '/badges/community-host', courses: '/courses', course: '/courses/hosting-a-good-conversation', nowhere: '/no-such-page', closed: urlOf({ ...pod, slug: community.toLowerCase() }) })) await take(guest, name, path);
      const pages = { home: '/', category: '/categories/ideas', topic, 'new-topic': '/new-topic', profile: '/profile', devices: '/settings/sessions', preferences: '/settings/notifications', notifications: '/notifications', drafts: '/drafts', decisions: '/settings/moderation', member: `/members/${mads.handle}` };
      for (const [name, path] of Object.entries(pages)) await take(member, name, path);
      for (const [name, path] of Object.entries({ lesson, 'own-courses': '/courses', 'closed-door': '/manage' })) await take(reader, name, path);
      const desks = { queue: '/moderation', manage: '/manage', categories: '/manage/categories', 'new-category': '/manage/categories/new', 'manage-badges': '/manage/badges', 'new-badge': '/manage/badges/new', people: `/manage/people?handle=${mads.handle}`, roles: '/manage/roles', 'manage-territories': '/manage/territories', 'new-community': '/manage/territories/new', 'this-territory': '/manage/territories/DK', community: `/manage/territories/${community}`, case: file, 'badge-edit': '/manage/badges/moderator?part=holders', teach: '/teach', 'course-about': course, 'course-contents': `${course}/contents`, 'course-publish': `${course}/publish` };
      for (const [name, path] of Object.entries(desks)) await take(manager, name, path);
      await manager.close();
      await guest.close();
      await member.close();
      await reader.close();
    }
});
