import { document } from '../estate/courses.ts';
import type { Estate } from '../estate/estate.ts';
import type { Ask } from './probe.ts';

/** A request of a member at home in which one id is another territory's. */
export interface Crossing {
  readonly operation: string;
  readonly as: 'manager' | 'author';
  readonly ask: (home: Estate, other: Estate) => Ask;
}
const crossing = (operation: string, as: Crossing['as'], ask: Crossing['ask']): Crossing => ({ operation, as, ask });
const say = () => ({ en: 'Another text' });
const picture = (fileId: string) => ({ kind: 'image' as const, id: 'image', fileId, alt: say() });

/** Ids that travel inside bodies, next to ids of home: topics, posts, files, members, versions and places of others. */
export const crossings: readonly Crossing[] = [
  crossing('createPost', 'author', (home, other) => ({ params: { topicId: home.forum.topic.topicId }, body: { markdown: 'A reply', replyToPostId: other.forum.answerId } })),
  crossing('createPost', 'author', (home, other) => ({ params: { topicId: home.forum.topic.topicId }, body: { markdown: `@${other.people.reader.handle} look` } })),
  crossing('savePostDraft', 'author', (home, other) => ({ params: { place: `edit:${home.forum.gatedPostId}` }, body: { markdown: 'Begun', replyToPostId: other.forum.answerId, revision: 0 } })),
  crossing('changeTopic', 'manager', (home, other) => ({ params: { topicId: home.forum.topic.topicId }, body: { change: 'move', categoryId: other.forum.parlour.categoryId, reason: 'It belongs there' } })),
  crossing('changeCategory', 'manager', (home, other) => {
    const from = { rule: 'badge', badge: other.courses.badgeKey, from: other.territory };
    const texts = { name: { en: 'A place', da: 'Et sted' }, about: { en: 'A place.', da: 'Et sted.' }, slug: 'another-spare' };
    return { params: { categoryId: home.forum.spare.categoryId }, body: { ...texts, revision: 1_000, gates: { read: from, reply: from, create: from, vote: from, moderate: from } } };
  }),
  crossing('checkOwnAccess', 'author', (_, other) => ({ body: { gate: { rule: 'badge', badge: other.courses.badgeKey, from: other.territory } } })),
  crossing('listTopics', 'author', (_, other) => ({ query: { categoryId: other.forum.parlour.categoryId } })),
  crossing('listModerationLog', 'manager', (home, other) => ({ query: { categoryId: home.forum.square.categoryId, topicId: other.forum.topic.topicId } })),
  crossing('createAward', 'manager', (home, other) => ({ params: { badge: home.courses.badgeKey }, body: { memberId: other.people.author.memberId, reason: 'A member of elsewhere' } })),
  crossing('createAward', 'manager', (home, other) => ({ params: { badge: home.courses.badgeKey }, body: { memberId: home.people.author.memberId, territory: other.territory, reason: 'Counts elsewhere' } })),
  crossing('createAward', 'manager', (_, other) => ({ params: { badge: 'territory-manager' }, body: { memberId: other.people.author.memberId, territory: other.territory, reason: 'Manages elsewhere' } })),
  crossing('moveToVersion', 'author', (home, other) => ({ params: { courseId: home.courses.courseId }, body: { versionId: other.courses.newVersionId } })),
  crossing('getVersion', 'manager', (home, other) => ({ params: { courseId: home.courses.courseId, versionId: other.courses.versionId } })),
  crossing('restoreDraft', 'manager', (home, other) => ({ params: { courseId: home.courses.draftId }, body: { revision: home.courses.draftRevision, from: { versionId: other.courses.versionId } } })),
  crossing('importCourse', 'manager', (home, other) => ({ body: { slug: `cover-${home.territory.toLowerCase()}`, document: document({ open: say, own: say, cover: other.files.coverId }) } })),
  crossing('importCourse', 'manager', (home, other) => {
    const taken = document({ open: say, own: say });
    taken.modules[0]!.lessons[0]!.blocks.push(picture(other.files.avatarId));
    return { body: { slug: `picture-${home.territory.toLowerCase()}`, document: taken } };
  }),
  crossing('importCourse', 'manager', (home, other) => ({ body: { slug: `badge-${home.territory.toLowerCase()}`, document: { ...document({ open: say, own: say }), gives: { badge: other.courses.badgeKey, level: 1 } } } })),
  crossing('updateOwnProfile', 'author', (_, other) => ({ body: { avatarFileId: other.files.avatarId } })),
  crossing('updateOwnProfile', 'author', (_, other) => ({ body: { avatarFileId: other.files.spareId } })),
  crossing('markNotifications', 'author', (home, other) => ({ body: { mark: 'saved', which: { notificationIds: [home.told.notificationId, other.told.notificationId] } } })),
  crossing('orderCategories', 'manager', (home, other) => ({ body: { categoryIds: [home.forum.square.categoryId, other.forum.square.categoryId] } })),
  crossing('changeTerritory', 'manager', (_, other) => ({ params: { territoryId: other.territory }, body: { name: { en: 'Mine' } } })),
  crossing('requestTerritory', 'manager', (_, other) => ({ body: { territoryId: `${other.territory}-MINE`, name: { en: 'Mine', da: 'Min' }, parent: other.territory, defaultLanguage: 'en' } })),
  crossing('subscribePush', 'author', (_, other) => ({ body: { ...other.told.subscription, device: 'Phone' } })),
];
