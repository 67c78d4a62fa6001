import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect } from '@playwright/test';
import { badge, course, files, forum, notification, user } from '@unityplan/contracts';
import pg from 'pg';
import { ApiMember, eventually } from '../../actors/api-member.ts';
import { rightAnswers } from '../../actors/course-key.ts';
import { LiveLine } from '../../actors/live-line.ts';
import { png } from '../../actors/pictures.ts';
import { hostOf, mailsTo, type PodUnderTest } from '../../pod.ts';
import { courseSlug, quizId } from '../learn-earn/learning-pod.ts';

/** Two people of a territory that was made while the pod ran, and what they have there. */
export interface Residents {
  readonly here: PodUnderTest;
  readonly freja: ApiMember;
  readonly mads: ApiMember;
  /** Freja's own stream. */
  readonly line: LiveLine;
  /** The address of her picture. */
  readonly picture: string;
}

const patienceMs = 45_000;

/** They sign up, earn a badge and upload a picture. */
export async function settle(here: PodUnderTest): Promise<Residents> {
  const [freja, mads] = await Promise.all([new ApiMember(here, 'Freja').join(), new ApiMember(here, 'Mads').join()]);
  const line = await LiveLine.follow(here, freja, `member:${freja.memberId}`);
  await earnBadge(freja);
  return { here, freja, mads, line, picture: await uploadPicture(freja) };
}

/** Mads opens a topic in which he names Freja. */
export async function mention({ freja, mads }: Residents, title: string): Promise<void> {
  const welcome = (await mads.call(forum.listCategories)).items.find((one) => one.slug === 'welcome')!;
  await mads.call(forum.createTopic, { body: { categoryId: welcome.categoryId, title, markdown: `What do you say, @${freja.handle}?` } });
}

/** She hears of it in her list, live and by mail, each time once. */
export async function expectHeard(residents: Residents, title: string): Promise<void> {
  const { here, freja, line } = residents;
  await eventually(async () => expect(await toldOf(residents, title)).toHaveLength(1), patienceMs);
  const [told] = await toldOf(residents, title);
  expect(await line.heard('notification.created', (data) => data.notificationId === told!.notificationId, patienceMs)).toBe(1);
  await eventually(async () => expect(await mailsOf(here, freja, title)).toBe(1), patienceMs);
}

async function toldOf({ freja }: Residents, title: string) {
  const { items } = await freja.call(notification.listNotifications, { query: { kind: 'post' } });
  return items.filter((one) => one.kind === 'post' && one.post.topicTitle === title);
}

const mailsOf = async (here: PodUnderTest, { email }: ApiMember, title: string): Promise<number> => (await mailsTo(email, here)).filter(({ subject }) => subject.includes(title)).length;

/** Nothing of all that happened is there twice, and nothing is missing. */
export async function expectAllOnce(residents: Residents, titles: readonly string[]): Promise<void> {
  const { here, freja, picture } = residents;
  const topics = (await freja.call(forum.listTopics)).items.map(({ title }) => title);
  expect(topics.filter((title) => titles.includes(title))).toEqual(titles.toReversed());
  for (const title of titles) await expectHeard(residents, title);
  expect((await freja.call(badge.listOwnAwards)).items.map((one) => one.badge.badge)).toEqual(['community-host']);
  expect(await statusOf(here, picture)).toBe(200);
}

/** Mails of a territory that wait to be sent. */
export async function waitingMails({ state, slug }: PodUnderTest): Promise<number> {
  const client = new pg.Client(parseEnv(readFileSync(join(state, 'service.env'), 'utf8'))['DATABASE_URL']);
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${client.escapeIdentifier(`territory_${slug!.replaceAll('-', '_')}`)}.mail_jobs where status in ('queued', 'attempted')`);
    return rows[0]!.n;
  } finally {
    await client.end();
  }
}

/** What a GET of an address of the territory answers, on its own host or on that of its files. */
export function statusOf(here: PodUnderTest, address: string): Promise<number> {
  const { host, pathname, search } = new URL(address, `http://${hostOf(here)}`);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: here.port, path: pathname + search, headers: { host } }, (answer) => resolve(answer.resume().statusCode!)).on('error', reject);
  });
}

async function earnBadge(member: ApiMember): Promise<void> {
  const page = await eventually(() => member.call(course.getCourse, { params: { course: courseSlug } }), patienceMs);
  const { courseId } = page;
  await member.call(course.enrol, { params: { courseId } });
  for (const { lessonId, quizIds } of page.modules.flatMap(({ lessons }) => lessons)) if (quizIds.length === 0) await member.call(course.finishLesson, { params: { courseId, lessonId } });
  const { attemptId } = await member.call(course.startAttempt, { params: { courseId, quizId } });
  await member.call(course.submitAttempt, { params: { attemptId }, body: { answers: rightAnswers(), seq: 1 } });
  await eventually(async () => expect((await member.call(badge.listOwnAwards)).items.map((one) => one.badge.badge)).toEqual(['community-host']), patienceMs);
}

async function uploadPicture(member: ApiMember): Promise<string> {
  const picture = png(300, 200);
  const { fileId } = await member.call(files.startUpload, { body: { purpose: 'avatar', fileName: 'me.png', byteLength: picture.length } });
  await member.call(files.sendChunk, { params: { fileId, offset: 0 }, body: picture });
  await member.call(files.completeUpload, { params: { fileId } });
  const { avatar } = await member.call(user.updateOwnProfile, { body: { avatarFileId: fileId } });
  return avatar!.small;
}
