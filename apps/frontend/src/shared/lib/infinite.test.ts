import { expect, it } from 'vitest';
import { itemsOf, patchItems, type Pages } from './infinite.ts';

const data: Pages<{ id: string; n: number }> = {
  pages: [
    { items: [{ id: 'a', n: 1 }, { id: 'b', n: 1 }], next: 'x', previous: null },
    { items: [{ id: 'b', n: 2 }, { id: 'c', n: 1 }], next: null, previous: 'y' },
  ],
  pageParams: [undefined, 'x'],
};

it('shows an item that moved between pages once', () => {
  expect(itemsOf(data, (item) => item.id).map((item) => item.id)).toEqual(['a', 'b', 'c']);
  expect(itemsOf(undefined, () => '')).toEqual([]);
});

it('patches an item on every page', () => {
  const patched = patchItems(data, (item) => (item.id === 'b' ? { ...item, n: 9 } : item));
  expect(patched?.pages.flatMap((page) => page.items).filter((item) => item.id === 'b')).toEqual([{ id: 'b', n: 9 }, { id: 'b', n: 9 }]);
  expect(data.pages[0]?.items[1]?.n).toBe(1);
});
