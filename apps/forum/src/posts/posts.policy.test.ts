import { forum } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { newlyMentioned, whyNotDelete, whyNotEdit } from './posts.policy.ts';

const { not_author, post_gone } = forum.forumErrors;
const own = { author_id: 'freja', deleted_at: null };
const deleted = { author_id: 'freja', deleted_at: new Date(0) };

it.each([
  [own, 'freja', undefined],
  [own, 'bo', not_author],
  [deleted, 'freja', post_gone],
  [deleted, 'bo', not_author],
])('%o edited by %s', (post, memberId, refusal) => expect(whyNotEdit(post, memberId)).toBe(refusal));

it.each([
  [own, 'freja', undefined],
  [own, 'bo', not_author],
  [deleted, 'freja', undefined],
])('%o deleted by %s', (post, memberId, refusal) => expect(whyNotDelete(post, memberId)).toBe(refusal));

it('tells nobody of a mention twice', () => expect(newlyMentioned(['a', 'b'], ['b', 'c'])).toEqual(['c']));
