import { expect, it } from 'vitest';
import { readUpTo } from './reading.ts';

it('goes up with what was seen, never down, and never beyond the end', () => {
  const reading = { upTo: 4, unread: 6, firstUnread: 5 };
  expect(readUpTo(reading, 7, 10)).toEqual({ upTo: 7, unread: 3, firstUnread: 8 });
  expect(readUpTo(reading, 2, 10)).toEqual(reading);
  expect(readUpTo(reading, 99, 10)).toEqual({ upTo: 10, unread: 0, firstUnread: null });
});

it('does not count deleted posts as unread that the server left out', () => {
  expect(readUpTo({ upTo: 4, unread: 2, firstUnread: 5 }, 5, 10)).toEqual({ upTo: 5, unread: 2, firstUnread: 6 });
});
