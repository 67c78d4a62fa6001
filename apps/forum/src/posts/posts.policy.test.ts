import { forum } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { newlyMentioned, whyNotDelete, whyNotEdit } from './posts.policy.ts';

const { not_author, post_gone, post_hidden } = forum.forumErrors;
const own = { author_id: 'freja', deleted_at: null, hidden_by: null };
const hidden = { ...own, hidden_by: 'a decision' };
const deleted = { author_id: 'freja', deleted_at: new Date(0), hidden_by: null };

it.each([
  [own, 'freja', undefined],
  [own, 'bo', not_author],
  [deleted, 'freja', post_gone],
  [hidden, 'freja', post_hidden],
  [deleted, 'bo', not_author],
])('%o edited by %s', (post, memberId, refusal) => expect(whyNotEdit(post, memberId)).toBe(refusal));

it.each([
  [own, 'freja', undefined],
  [own, 'bo', not_author],
  [deleted, 'freja', undefined],
  [hidden, 'freja', undefined],
])('%o deleted by %s', (post, memberId, refusal) => expect(whyNotDelete(post, memberId)).toBe(refusal));

it('tells nobody of a mention twice', () => expect(newlyMentioned(['a', 'b'], ['b', 'c'])).toEqual(['c']));
