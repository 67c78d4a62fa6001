import { canary } from '../canaries.ts';
import type { Estate } from '../estate/estate.ts';
import { open, own, probe, type Ask, type Probes } from './probe.ts';

const category = ({ forum }: Estate): Ask => ({ params: { categoryId: forum.parlour.categoryId } });
const topic = ({ forum }: Estate): Ask => ({ params: { topicId: forum.gated.topicId } });
const post = ({ forum }: Estate): Ask => ({ params: { postId: forum.gatedPostId } });
const kase = ({ forum }: Estate): Ask => ({ params: { caseId: forum.caseId } });
const place = ({ forum }: Estate): Ask => ({ params: { place: forum.drafts.reply } });
const member = { rule: 'member' };
const gates = { read: member, reply: member, create: member, vote: member, moderate: member };
const texts = { name: { en: 'Another', da: 'En anden' }, about: { en: 'Another place.', da: 'Et andet sted.' }, gates };

export const forumReads: Probes = {
  listCategories: probe('guest', undefined, open),
  listTopics: probe('author', ({ forum }) => ({ query: { categoryId: forum.parlour.categoryId } }), own),
  getTopic: probe('author', topic, own),
  listPosts: probe('author', topic, own),
  getPost: probe('author', post, own),
  listRevisions: probe('author', post, own),
  getTerritoryFeed: probe('guest', undefined, open),
  getCategoryFeed: probe('guest', ({ forum }) => ({ params: { categoryId: forum.square.categoryId } }), open),
  listPostDrafts: probe('author', undefined, own),
  getPostDraft: probe('author', place, own),
  listOwnFlags: probe('author', undefined, own),
  listOwnSanctions: probe('reader', undefined, own),
  listCases: probe('manager', undefined, own),
  getCase: probe('manager', kase, own),
  listModerationLog: probe('manager', undefined, open),
  getDecision: probe('reader', ({ forum }) => ({ params: { decisionId: forum.decisionId } }), own),
  previewMarkdown: probe('author', ({ forum }) => ({ body: { markdown: `See ${forum.gatedPostId}` } })),
};

export const forumWrites: Probes = {
  createCategory: probe('manager', () => ({ body: { slug: 'another', ...texts } })),
  changeCategory: probe('manager', ({ forum }) => ({ params: { categoryId: forum.spare.categoryId }, body: { slug: 'spare', ...texts, revision: forum.spare.revision } })),
  orderCategories: probe('manager', ({ forum }) => ({ body: { categoryIds: [forum.spare.categoryId, forum.parlour.categoryId, forum.square.categoryId] } }), { gives: 409 }),
  createTopic: probe('author', ({ forum, territory }) => ({ body: { categoryId: forum.parlour.categoryId, title: 'A further topic', markdown: `More ${canary(territory, 'own')}` } })),
  changeTopic: probe('manager', (of) => ({ ...topic(of), body: { change: 'pin', until: null, reason: 'It is read a lot' } }), own),
  createPost: probe('author', ({ forum, territory }) => ({ params: { topicId: forum.gated.topicId }, body: { markdown: `More ${canary(territory, 'own')}`, replyToPostId: forum.answerId } })),
  editPost: probe('author', (of) => ({ ...post(of), body: { markdown: 'Changed once more', revision: of.forum.gatedRevision } })),
  setVote: probe('author', ({ forum }) => ({ params: { postId: forum.answerId }, body: { vote: 'up' } })),
  flagPost: probe('author', ({ forum }) => ({ params: { postId: forum.posts.toFlag }, body: { kind: 'spam', text: null } })),
  hidePost: probe('manager', ({ forum }) => ({ params: { postId: forum.posts.toHide }, body: { rule: 'spam', reason: 'It sells something' } })),
  restorePost: probe('manager', ({ forum }) => ({ params: { postId: forum.posts.hiddenLast }, body: { reason: 'It was a mistake' } })),
  createAppeal: probe('reader', ({ forum }) => ({ params: { decisionId: forum.appealableId }, body: { text: 'Please look at this again.' } })),
  claimCase: probe('manager', kase, own),
  releaseCase: probe('manager', kase),
  decideCase: probe('manager', (of) => ({ ...kase(of), body: { outcome: 'dismiss', reason: 'Nothing is wrong with it' } }), { gives: 409 }),
  setReadState: probe('author', (of) => ({ ...topic(of), body: { upTo: 2 } })),
  markCategoryRead: probe('author', category),
  savePostDraft: probe('author', (of) => ({ ...place(of), body: { markdown: 'Begun again', revision: 1 } })),
  deletePostDraft: probe('author', ({ forum }) => ({ params: { place: forum.drafts.toDelete } })),
  deletePost: probe('reader', ({ forum }) => ({ params: { postId: forum.posts.toDelete } })),
};
