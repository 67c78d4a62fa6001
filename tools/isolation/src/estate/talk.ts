import { forum, notification, type Gate } from '@unityplan/contracts';
import { canary } from '../canaries.ts';
import type { Pod } from '../pod.ts';
import type { Caller, Person } from './caller.ts';

const member: Gate = { rule: 'member' };
const managers: Gate = { rule: 'badge', badge: 'territory-manager' };

/** Categories, topics, posts, drafts, flags, cases, decisions and appeals of a territory. */
export async function talk(pod: Pod, { call }: Caller, people: { manager: Person; author: Person; reader: Person }) {
  const { manager, author, reader } = people;
  const { territory } = manager;
  const [open, own] = [(): string => canary(territory, 'open'), (): string => canary(territory, 'own')];
  const category = (slug: string, read: Gate) => call(forum.createCategory, {
    as: manager,
    body: { slug, name: { en: `Place ${open()}`, da: `Sted ${open()}` }, about: { en: 'For the proof.', da: 'Til beviset.' }, gates: { read, reply: member, create: member, vote: member, moderate: managers } },
  });
  const square = await category('square', { rule: 'everyone' });
  const parlour = await category('parlour', member);
  const spare = await category('spare', member);
  const { topic } = await call(forum.createTopic, { as: author, body: { categoryId: square.categoryId, title: `Topic ${open()}`, markdown: `Words ${open()}` } });
  const closed = await call(forum.createTopic, { as: author, body: { categoryId: parlour.categoryId, title: `Topic ${own()}`, markdown: `Words ${own()}` } });
  const gated = closed.topic;
  await pod.drain();
  const reply = (as: Person, topicId: string, text: string, replyToPostId?: string) => call(forum.createPost, { as, params: { topicId }, body: { markdown: text, ...(replyToPostId ? { replyToPostId } : {}) } });
  const answer = await reply(reader, gated.topicId, `@${author.handle} ${own()}`, closed.post.postId);
  const edited = await call(forum.editPost, { as: author, params: { postId: closed.post.postId }, body: { markdown: `Words again ${own()}`, revision: 1, reason: `Because ${own()}` } });
  await call(forum.setVote, { as: reader, params: { postId: edited.postId }, body: { vote: 'up' } });
  const extra = async (text: string) => (await reply(reader, topic.topicId, `${text} ${own()}`)).postId;
  // Posts for each thing that can be done to a post.
  const posts = { flagged: await extra('Flagged'), hidden: await extra('Hidden'), hiddenToo: await extra('Hidden too'), hiddenLast: await extra('Hidden last'), toHide: await extra('To hide'), toFlag: await extra('To flag'), toDelete: await extra('To delete') };
  await call(forum.flagPost, { as: author, params: { postId: posts.flagged }, body: { kind: 'abuse', text: `I think ${own()}` } });
  for (const postId of [posts.hidden, posts.hiddenToo, posts.hiddenLast]) await call(forum.hidePost, { as: manager, params: { postId }, body: { rule: 'off_topic', reason: `Elsewhere ${open()}` } });
  const { items: sanctions } = await call(forum.listOwnSanctions, { as: reader });
  const decisionOf = (postId: string) => sanctions.find((one) => one.post?.postId === postId)!.decisionId;
  await call(forum.createAppeal, { as: reader, params: { decisionId: decisionOf(posts.hidden) }, body: { text: `Please look again ${own()}` } });
  const { items: [flagCase] } = await call(forum.listCases, { as: manager, query: { kind: 'flags' } });
  const drafts = { reply: `reply:${gated.topicId}`, toDelete: `topic:${parlour.categoryId}` };
  for (const place of Object.values(drafts)) await call(forum.savePostDraft, { as: author, params: { place }, body: { title: `Draft ${own()}`, markdown: `Begun ${own()}`, revision: 0 } });
  await call(notification.setTopicWatch, { as: author, params: { topicId: gated.topicId }, body: { level: 'watching' } });
  await call(notification.setCategoryWatch, { as: author, params: { categoryId: parlour.categoryId }, body: { level: 'watching' } });
  return {
    square, parlour, spare, topic, gated, posts, drafts, gatedPostId: edited.postId, gatedRevision: edited.revision, answerId: answer.postId,
    decisionId: decisionOf(posts.hidden), appealableId: decisionOf(posts.hiddenToo), caseId: flagCase!.caseId,
  };
}
