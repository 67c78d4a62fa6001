import { allRpcs, roleKeys, type RpcContract } from '@unityplan/contracts';
import { headers } from '@nats-io/transport-node';
import { rpcSubject } from '@unityplan/messaging';
import type { Belongings } from '../canaries.ts';
import type { Estate } from '../estate/estate.ts';
import type { Pod } from '../pod.ts';

/** What each call between services is asked with, by `owner.method`: belongings of one territory. */
export const rpcInputs: Readonly<Record<string, (of: Estate) => object>> = {
  'auth.mail_address': ({ people }) => ({ memberId: people.author.memberId }),
  'auth.mail_token': ({ people }) => ({ memberId: people.author.memberId, purpose: 'reset_password' }),
  'auth.revoked_sessions': () => ({}),
  'badge.get_holdings': ({ people }) => ({ memberIds: Object.values(people).map(({ memberId }) => memberId) }),
  'badge.list_role_holders': () => ({ badges: [roleKeys.manager] }),
  'badge.check_access': ({ people, territory, courses }) => ({ memberId: people.author.memberId, place: territory, gate: { rule: 'badge', badge: courses.badgeKey } }),
  'badge.describe_badges': ({ courses }) => ({ badges: [courses.badgeKey] }),
  'badge.award_badge': ({ people, territory, courses }) => ({ memberId: people.reader.memberId, badge: courses.badgeKey, territory, reason: 'From elsewhere', key: `forged-${territory}` }),
  'badge.revoke_badge': ({ people, territory, courses }) => ({ memberId: people.author.memberId, badge: courses.badgeKey, territory, reason: 'From elsewhere' }),
  'badge.list_awards': ({ people }) => ({ memberId: people.author.memberId }),
  'badge.find_cycle': ({ courses }) => ({ courseId: courses.courseId, name: 'A course', gives: courses.badgeKey, needs: null }),
  'course.describe_courses': ({ courses }) => ({ courseIds: [courses.courseId, courses.draftId] }),
  'files.attach_files': ({ people, files }) => ({ fileIds: [files.spareId], ownerId: people.author.memberId, purpose: 'avatar', use: `avatar:${people.author.memberId}` }),
  'files.release_files': ({ people }) => ({ use: `avatar:${people.author.memberId}` }),
  'files.describe_files': ({ files }) => ({ fileIds: [files.avatarId, files.coverId] }),
  'forum.get_excerpts': ({ people, forum }) => ({ postIds: [forum.gatedPostId, forum.answerId, forum.posts.flagged], viewerId: people.author.memberId }),
  'forum.get_places': ({ forum }) => ({ topicIds: [forum.gated.topicId], categoryIds: [forum.parlour.categoryId] }),
  'forum.get_decisions': ({ people, forum }) => ({ decisionIds: [forum.decisionId], viewerId: people.reader.memberId }),
  'user.get_people': ({ people }) => ({ memberIds: Object.values(people).map(({ memberId }) => memberId) }),
  'user.resolve_handles': ({ people }) => ({ handles: Object.values(people).map(({ handle }) => handle) }),
  'user.get_locale': ({ people }) => ({ memberId: people.author.memberId }),
};

/** Names that are no territory, or only nearly one. */
export const oddNames = ['', 'global', 'GLOBAL', 'messaging', 'public', 'DK ', 'XX', 'DE,FR', '*', '>', 'territory_de', 'DE"; select 1', '../DE', 'DE.FR'] as const;

/** What a service answers to a call in the name of a territory. Throws when nobody answers. */
export async function askRaw(pod: Pod, rpc: RpcContract, territory: string, input: object): Promise<Buffer> {
  const head = headers();
  head.set('up-territory', territory);
  head.set('up-deadline', String(Date.now() + 5_000));
  const answer = await pod.resources.nats.nc.request(rpcSubject(pod.config.podId, rpc), JSON.stringify(input), { timeout: 5_000, headers: head });
  return Buffer.from(answer.data);
}

export const rpcs: readonly RpcContract[] = allRpcs;

/** What of an answer belongs to another territory than the one it was asked in, and was not asked with. */
export function foreignIn(answer: Buffer, input: object, territory: string, belongings: Belongings): string[] {
  const said = new Set(belongings.in(Buffer.from(JSON.stringify(input))).map(({ text }) => text));
  return belongings.in(answer).filter((one) => one.territory !== territory && !said.has(one.text)).map(({ text }) => text);
}
