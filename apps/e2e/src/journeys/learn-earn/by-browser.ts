import { writeFileSync } from 'node:fs';
import { expect, test, type Browser } from '@playwright/test';
import { roleKeys } from '@unityplan/contracts';
import { answerQuiz } from '../../actors/learner.ts';
import { Person } from '../../actors/member.ts';
import { awardByOperator } from '../../actors/operator.ts';
import { png } from '../../actors/pictures.ts';
import { killService } from '../../run-pod.ts';
import { courseSlug, quizId, type LearningPod } from './learning-pod.ts';

const patience = { timeout: 45_000 };
const day = 86_400_000;

/** The whole journey as people make it, each in a browser of their own, in two languages, at two widths, while services die. */
export async function learnEarnInBrowsers(pod: LearningPod, browser: Browser): Promise<void> {
  const windows = await Promise.all([
    browser.newContext({ locale: 'da-DK' }), browser.newContext({ locale: 'en-GB' }), browser.newContext({ locale: 'en-GB' }), browser.newContext({ locale: 'en-GB' }),
  ]);
  const freja = await Person.arrive(windows[0]!, 'Freja', { language: 'da', pod });
  const [mads, ole, ida] = await Promise.all((['Mads', 'Ole', 'Ida'] as const).map((name, i) => Person.arrive(windows[i + 1]!, name, { pod }))) as [Person, Person, Person];
  for (const person of [freja, mads, ole, ida]) await person.join();

  await test.step('a picture of oneself, seen in the header', async () => {
    await freja.open('/profile');
    await freja.page.locator('input[type="file"]').first().setInputFiles({ name: 'mig.png', mimeType: 'image/png', buffer: png(900, 600) });
    await freja.button('files:avatar.save').click();
    await expect(freja.page.getByText(freja.t('files:avatar.saved'))).toBeVisible(patience);
    const picture = freja.page.getByRole('banner').locator('img').first();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth), patience).toBeGreaterThan(0);
  });

  await test.step('the gated category says what is missing, and leads to the course', async () => {
    await freja.open('/categories/hosts');
    const main = freja.page.getByRole('main');
    await main.getByRole('link', { name: freja.t('common:newTopic') }).first().click();
    await expect(main.getByText(freja.t('forum:door.create'))).toBeVisible();
    await main.getByRole('link', { name: /Vært for den gode samtale/ }).first().click();
    await expect(freja.page.getByRole('heading', { name: 'Vært for den gode samtale', level: 1 })).toBeVisible();
  });

  const lessonDone = async (): Promise<void> => {
    const button = freja.page.getByRole('main').getByRole('button', { name: new RegExp([freja.t('courses:doneNext'), freja.t('courses:doneToQuiz'), freja.t('courses:doneLast')].join('|')) });
    const before = freja.page.url();
    await button.click();
    await expect(freja.page).not.toHaveURL(before, patience);
  };
  await test.step('half of the course on the desk, the rest on the phone', async () => {
    await freja.button('courses:enrol').click();
    await expect(freja.page).toHaveURL(/lessons/);
    await lessonDone();
    await lessonDone();
    killService(pod, 'course');
    await freja.page.setViewportSize({ width: 390, height: 844 });
    await freja.open(`/courses/${courseSlug}`);
    await freja.page.getByRole('main').getByRole('link', { name: freja.t('courses:resume') }).click(patience);
    await expect(freja.page).toHaveURL(/lessons\/keeping-it-fair/);
    for (let left = 3; left > 0; left--) await lessonDone();
  });

  await test.step('the quiz fails once, then passes: the badge and its notification come without a reload', async () => {
    await freja.open(`/courses/${courseSlug}/quizzes/${quizId}`);
    await freja.button('courses:quiz.start').click();
    await answerQuiz(freja, 'da', 'wrong');
    await freja.button('courses:quiz.handIn').click();
    await expect(freja.page.getByText(freja.t('courses:quiz.notPassed')).first()).toBeVisible(patience);
    await freja.button('courses:quiz.again').click();
    await answerQuiz(freja, 'da', 'right');
    killService(pod, 'badge');
    killService(pod, 'notification');
    await freja.button('courses:quiz.handIn').click();
    await Promise.all([
      expect(freja.page.getByText(freja.t('courses:result.passed'))).toBeVisible(patience),
      expect(freja.page.getByText(freja.t('badges:toast.awarded', { name: 'Samtalevært' })).first()).toBeVisible(patience),
    ]);
    await expect(freja.page.getByRole('banner').getByRole('link', { name: freja.t('common:bell.some_one', { count: '1' }) }).first()).toBeVisible(patience);
  });

  await freja.page.setViewportSize({ width: 1280, height: 800 });
  const title = `Hvordan åbner du en svær samtale? ${Date.now()}`;
  await awardByOperator(pod, mads.handle, 'community-host');
  await mads.watchTopics('/categories/hosts');
  killService(pod, 'forum');
  await test.step('the door is open: a topic, seen live by another, who replies', async () => {
    await freja.openTopic(title, 'Jeg skal stå for min første på torsdag.', 'Samtaleværter');
    await mads.showNewTopics();
    await mads.page.getByRole('link', { name: title }).click();
    killService(pod, 'websocket');
    await mads.reply('Shut up and read the rules, all of you.');
    await expect(freja.posts()).toHaveCount(2, patience);
    const mail = await freja.mail(/Shut up and read the rules/);
    expect(mail.text).toContain('Hej Freja');
  });

  killService(pod, 'api-gateway');
  await awardByOperator(pod, ida.handle, roleKeys.manager);
  await awardByOperator(pod, ole.handle, roleKeys.moderator);
  const topic = new URL(freja.page.url()).pathname;
  await test.step('a moderator hides it with a reason that both read', async () => {
    await ole.open(topic);
    await ole.page.getByRole('button', { name: ole.t('forum:hidden.hidePost', { number: '2' }) }).click(patience);
    const dialog = ole.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: new RegExp(ole.t('moderation:rules.abuse')) }).check();
    await dialog.getByRole('textbox').fill('Speak to people as you would at a table.');
    await dialog.getByRole('button', { name: ole.t('forum:hidden.hideConfirm') }).click();
    for (const person of [freja, mads]) await expect(person.posts().nth(1)).toContainText('Speak to people as you would at a table.', patience);
    await expect(freja.posts().nth(1)).not.toContainText('Shut up');
    await expect(mads.posts().nth(1)).toContainText('Shut up');
  });

  await test.step('its author appeals, another moderator decides, and the trail proves it', async () => {
    const own = mads.posts().nth(1);
    await own.getByRole('button', { name: mads.t('moderation:appeal.start'), exact: true }).click();
    await own.getByLabel(mads.t('moderation:appeal.text')).fill('I was quoting the sign at the door.');
    await own.getByRole('button', { name: mads.t('moderation:appeal.send') }).click();
    await expect(own).toContainText(mads.t('moderation:appeal.open'), patience);
    await freja.posts().nth(1).getByRole('link', { name: freja.t('forum:hidden.log') }).click();
    await expect(async () => {
      await freja.page.getByRole('button', { name: new RegExp(`${freja.t('moderation:verify.run')}|${freja.t('moderation:verify.again')}`) }).click();
      await expect(freja.page.getByText(freja.t('moderation:verify.verdict.passed'))).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await ida.open('/moderation');
    await ida.page.getByRole('main').getByRole('link', { name: new RegExp(title.slice(0, 20)) }).first().click(patience);
    await ida.button('moderation:claim.take').click();
    await ida.page.getByRole('radio', { name: new RegExp(ida.t('moderation:decide.grant')) }).check();
    await ida.field('moderation:decide.reason').fill('It was a quotation.');
    await ida.button('moderation:decide.send').click();
    await expect(ida.page.getByRole('link', { name: ida.t('moderation:case.next') })).toBeVisible(patience);
    await freja.open(topic);
    await expect(freja.posts().nth(1)).toContainText('Shut up', patience);
  });

  await test.step('after a year the badge expires: the open page says so within a second, and how to renew', async () => {
    await expect(freja.page.getByRole('textbox', { name: freja.t('forum:reply.title') })).toBeVisible();
    writeFileSync(pod.clockFile, String(365 * day + 60_000));
    const closed = Date.now();
    await expect(freja.page.getByText(freja.t('forum:door.nowClosed')).or(freja.page.getByText(freja.t('forum:door.reply'))).first()).toBeVisible({ timeout: 10_000 });
    test.info().annotations.push({ type: 'door closed after ms', description: String(Date.now() - closed) });
    await expect(freja.page.getByRole('main').getByRole('link', { name: /Vært for den gode samtale/ }).first()).toBeVisible();
    await expect(freja.page.getByRole('textbox', { name: freja.t('forum:reply.title') })).toHaveCount(0);
  });

  expect([freja, mads, ole, ida].map(({ faults }) => faults)).toEqual([[], [], [], []]);
  await Promise.all(windows.map((window) => window.close()));
}
