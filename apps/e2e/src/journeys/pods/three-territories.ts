import { expect, test } from '@playwright/test';
import { course, forum, notification, roleKeys, territory, user } from '@unityplan/contracts';
import { ApiMember, eventually } from '../../actors/api-member.ts';
import { LiveLine } from '../../actors/live-line.ts';
import { awardByOperator } from '../../actors/operator.ts';
import { linkIn, mailsTo, mailTo } from '../../pod.ts';
import { killService, type RunningPod } from '../../run-pod.ts';
import { places, type Place } from './europe-pod.ts';

/** A person with one address in every territory, and what was made there for her. */
export interface Stay {
  readonly place: Place;
  readonly freja: ApiMember;
  readonly mads: ApiMember;
  readonly topicId: string;
}

const patienceMs = 45_000;

/** Talk in three territories at once, by the API, while every service dies once; answers what was left there. */
export async function talkInThree(pod: RunningPod): Promise<Stay[]> {
  const email = `freja-${Date.now().toString(36)}@example.org`;
  const stays = await test.step('the same address registers in each territory, and is somebody else there', () => Promise.all(places.map((place) => arrive(pod, place, email))));
  expect(new Set(stays.map(({ freja }) => freja.memberId)).size).toBe(places.length);

  await test.step('a token of one territory opens nothing in another', async () => {
    const [de] = stays;
    for (const slug of ['fr', 'es']) expect((await de!.freja.at(slug).refused(user.getOwnProfile)).status).toBe(403);
  });

  const lines = await Promise.all(stays.map(({ place, mads, topicId }) => LiveLine.follow({ ...pod, slug: place.slug }, mads, `topic:${topicId}`)));
  await test.step('a mention is seen live, notified and mailed in each; every service dies meanwhile', async () => {
    for (const service of ['notification', 'event', 'forum']) killService(pod, service);
    const replies = stays.map(({ mads, freja, topicId, place }) => mads.call(forum.createPost, { params: { topicId }, body: { markdown: `I am here in ${place.id}, @${freja.handle}.` } }));
    for (const service of ['websocket', 'user', 'auth', 'territory']) killService(pod, service);
    const posts = await Promise.all(replies);
    killService(pod, 'api-gateway');
    await Promise.all(stays.map(async ({ place, freja }, n) => {
      await lines[n]!.heard('post.created', ({ postId }) => postId === posts[n]!.postId, patienceMs);
      await eventually(async () => expect((await freja.call(notification.listNotifications)).items).toHaveLength(1), patienceMs);
      const mail = await mailTo(freja.email, new RegExp(`I am here in ${place.id}, `), { of: { ...pod, slug: place.slug }, patienceMs });
      expect(mail.text).toContain(place.greeting);
      expect(mail.text).toMatch(place.mention);
      expect(mail.headers['list-id']).toBe(`${place.called} <forum.${place.slug}.unityplan.org>`);
      expect(linkIn(mail, '/topics/')).toContain(`http://${place.slug}.localhost:${pod.port}/`);
    }));
  });
  for (const line of lines) line.close();

  await test.step('the operator’s badge opens a door in one territory only', async () => {
    const [de, fr] = stays;
    await awardByOperator({ ...pod, slug: 'de' }, de!.freja.handle, 'community-host');
    await eventually(() => openHosts(de!.freja));
    expect((await refusedHosts(fr!.freja)).code).toBe('badge_required');
  });
  await expectOnce(pod, stays);
  return stays;
}

/** What must be there however often services died: each thing once, and nothing of another territory. */
export async function expectOnce(pod: RunningPod, stays: readonly Stay[]): Promise<void> {
  await test.step('nothing twice, nothing of another territory', () => Promise.all(stays.map(async ({ freja, topicId, place }) => {
    expect((await freja.call(forum.listPosts, { params: { topicId } })).items.map(({ number }) => number)).toEqual([1, 2]);
    expect((await freja.call(notification.listNotifications, { query: { kind: 'post' } })).items).toHaveLength(1);
    const mails = await mailsTo(freja.email, { ...pod, slug: place.slug });
    expect(mails.filter(({ subject }) => subject.includes(`Who is in ${place.id}?`))).toHaveLength(1);
    const titles = (await freja.call(forum.listTopics)).items.map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Who is in '))).toEqual([`Who is in ${place.id}?`]);
    expect((await freja.call(course.getCourse, { params: { course: 'hosting-a-good-conversation' } })).slug).toBe('hosting-a-good-conversation');
  })));
}

/** A manager opens a community while the provisioner dies; answers its id. */
export async function openCommunity(pod: RunningPod, { freja }: Stay): Promise<string> {
  return test.step('a manager of DE opens a community; the provisioner dies meanwhile', async () => {
    await awardByOperator({ ...pod, slug: 'de' }, freja.handle, roleKeys.manager);
    const order = await eventually(() => freja.call(territory.requestTerritory, { body: { territoryId: 'DE-BERLIN', name: { en: 'Berlin', da: 'Berlin' }, defaultLanguage: 'en' } }));
    killService(pod, 'provisioner');
    await eventually(async () => expect((await freja.call(territory.getTerritoryOrder, { params: { orderId: order.orderId } })).status).toBe('done'), patienceMs);
    await eventually(async () => expect(await whoAnswers(pod, 'de-berlin')).toBe('DE-BERLIN'));
    return order.territoryId;
  });
}

/** The territory that answers at a host, for anyone. */
export async function whoAnswers(pod: RunningPod, slug: string): Promise<string> {
  return (await new ApiMember({ ...pod, slug }, 'Guest').call(territory.getCurrentTerritory)).id;
}

async function arrive(pod: RunningPod, place: Place, email: string): Promise<Stay> {
  const here = { ...pod, slug: place.slug };
  const [freja, mads] = await Promise.all([new ApiMember(here, 'Freja', place.language, email).join(), new ApiMember(here, 'Mads', place.language).join()]);
  const { items } = await freja.call(forum.listCategories);
  const open = items.find((one) => one.slug === 'welcome')!;
  const { topic } = await freja.call(forum.createTopic, { body: { categoryId: open.categoryId, title: `Who is in ${place.id}?`, markdown: 'I am.' } });
  return { place, freja, mads, topicId: topic.topicId };
}

const hosts = async (member: ApiMember) => {
  const category = (await member.call(forum.listCategories)).items.find((one) => one.slug === 'hosts')!;
  return { categoryId: category.categoryId, title: 'How do you open a difficult conversation?', markdown: 'Mine is on Thursday.' };
};
const openHosts = async (member: ApiMember) => member.call(forum.createTopic, { body: await hosts(member) });
const refusedHosts = async (member: ApiMember) => (await member.refused(forum.createTopic, { body: await hosts(member) })).problem;
