import type { Browser } from '@playwright/test';
import { Person } from '../actors/member.ts';
import { linkIn, mailTo } from '../pod.ts';

/** Three people who talk, so that the pages have something to show. */
export async function conversation(browser: Browser): Promise<{ freja: Person; mads: Person; aviaja: Person; topic: string }> {
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
export async function flagged(freja: Person, aviaja: Person, topic: string): Promise<void> {
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
