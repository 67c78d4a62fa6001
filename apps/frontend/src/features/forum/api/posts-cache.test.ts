import type { Post } from '@unityplan/sdk';
import { describe, expect, it } from 'vitest';
import { appendPosts, endOf, type PostPages } from './posts-cache.ts';

const post = (number: number): Post => ({ postId: `p${number}`, number, revision: 1 }) as Post;
const window = (numbers: number[], next: string | null): PostPages => ({ pages: [{ items: numbers.map(post), next, previous: null }], pageParams: [{ from: 1 }] });
const numbers = (data: PostPages | undefined) => data?.pages.flatMap((page) => page.items.map((each) => each.number));

describe('a window of posts', () => {
  it('grows at its end, each post once', () => {
    const grown = appendPosts(window([1, 2], null), { items: [post(2), post(3)], next: 'c', previous: null });
    expect(numbers(grown)).toEqual([1, 2, 3]);
    expect(grown?.pages[0]?.next).toBe('c');
  });

  it('stays as it is when it does not reach the end', () => {
    const data = window([1, 2], 'more');
    expect(appendPosts(data, { items: [post(9)], next: null, previous: null })).toBe(data);
    expect(endOf(data)).toBeUndefined();
  });

  it('knows where it ends', () => {
    expect(endOf(window([4, 5], null))).toBe(5);
    expect(endOf(window([], null))).toBe(0);
  });
});
