import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test, type Browser } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { awardByOperator } from '../actors/operator.ts';
import { linkIn, mailTo, pod } from '../pod.ts';

const folder = resolve(import.meta.dirname, '../../.results/gallery');
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

test('pictures of every page', async ({ browser }) => {
  test.setTimeout(600_000);
  mkdirSync(folder, { recursive: true });
  const { freja, mads, aviaja, topic } = await conversation(browser);
  const state = await freja.page.context().storageState();
  await awardByOperator(pod, aviaja.handle, 'territory-manager');
  await flagged(freja, aviaja, topic);
  const managing = await aviaja.page.context().storageState();
  for (const [size, viewport] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark'] as const) {
      const guest = await browser.newContext({ viewport, colorScheme, locale: 'en-GB' });
      const member = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', storageState: state });
      const manager = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', storageState: managing });
      const take = async (context: typeof guest, name: string, path: string): Promise<void> => {
        const page = await context.newPage();
        await page.goto(new URL(path, freja.page.url()).href);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png`, fullPage: false });
        await page.close();
      };
      for (const [name, path] of Object.entries({ register: '/register', 'sign-in': '/sign-in', territories: '/territories', 'guest-home': '/', 'guest-topic': topic, 'moderation-log': '/moderation/log' })) await take(guest, name, path);
      const pages = { home: '/', category: '/categories/ideas', topic, 'new-topic': '/new-topic', profile: '/profile', devices: '/settings/sessions', preferences: '/settings/notifications', notifications: '/notifications', drafts: '/drafts', decisions: '/settings/moderation', member: `/members/${mads.handle}` };
      for (const [name, path] of Object.entries(pages)) await take(member, name, path);
      const desks = { queue: '/moderation', manage: '/manage', categories: '/manage/categories', 'new-category': '/manage/categories/new', 'manage-badges': '/manage/badges', 'new-badge': '/manage/badges/new', people: `/manage/people?handle=${mads.handle}`, roles: '/manage/roles' };
      for (const [name, path] of Object.entries(desks)) await take(manager, name, path);
      await manager.close();
      await guest.close();
      await member.close();
    }
});

/** Three people who talk, so that the pages have something to show. */
async function conversation(browser: Browser): Promise<{ freja: Person; mads: Person; aviaja: Person; topic: string }> {
  const people = await Promise.all(['Freja', 'Mads', 'Aviaja'].map(async (name) => Person.arrive(await browser.newContext({ locale: 'en-GB' }), name)));
  const [freja, mads, aviaja] = people as [Person, Person, Person];
  for (const person of people) await person.join();
  await aviaja.openTopic('Which tools do you lend out on your street?', 'We keep a drill, two ladders and a **cargo bike**. It began with a list on paper.\n\nWhat works for you?');
  await mads.openTopic('Repair café in the library, first Thursday of the month', 'Bring what is broken. I will bring solder and patience.\n\n- radios\n- lamps\n- bicycles\n- [x] toasters (done in March)');
  const topic = await freja.openTopic('Who swims in the harbour in winter?', 'I started **last week** and it is wonderful, but going in alone feels unwise.\n\n1. Where do you go in?\n2. What do you do to get warm again?\n\n> There is no bad weather, only cold water.');
  await mads.open(topic);
  await mads.reply(`Every morning at seven by the old slipway, @${freja.handle}. We are four, and there is tea.`);
  await aviaja.open(topic);
  await aviaja.reply('In Nuuk we keep a thermos and a wool hat on the ladder. Rule of thumb: *one minute per degree*, then out.\n\n| Water | Time |\n|---|---|\n| 4 °C | 4 min |\n| 8 °C | 8 min |');
  await freja.open(topic);
  await freja.reply('Seven it is. I will bring cinnamon buns. 🙂');
  await mailTo(freja.email, /swims in the harbour/);
  linkIn(await mailTo(freja.email, /verify-email/), '/verify-email');
  return { freja, mads, aviaja, topic };
}

/** Something for the moderation queue, and a draft. */
async function flagged(freja: Person, aviaja: Person, topic: string): Promise<void> {
  await freja.open(topic);
  await freja.page.getByRole('button', { name: freja.t('forum:flag.ofPost', { number: '2' }) }).click();
  const dialog = freja.page.getByRole('dialog');
  await dialog.getByLabel(freja.t('moderation:rules.off_topic')).check();
  await dialog.getByRole('button', { name: freja.t('forum:flag.send') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await freja.page.getByRole('textbox', { name: freja.t('forum:reply.title') }).fill('About the buns: who brings butter?');
  await freja.page.getByText(freja.t('forum:draft.saved')).waitFor();
  await aviaja.open('/moderation');
}
