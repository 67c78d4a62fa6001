import { describe, expect, it } from 'vitest';
import { matchShortcut, type Press } from './match-shortcut.ts';

const press = (key: string, rest: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, inField: false, ...rest });
const after = (first: string, second: Press, later = 0, on = true) => {
  const { waiting } = matchShortcut(press(first), undefined, 1000, on);
  return matchShortcut(second, waiting, 1000 + later, on).action;
};

describe('shortcuts', () => {
  it('do one thing by one key', () => {
    expect(matchShortcut(press('?', { shiftKey: true }), undefined, 0, true).action).toBe('help');
    expect(matchShortcut(press('/'), undefined, 0, true).action).toBe('search');
    expect(matchShortcut(press('x'), undefined, 0, true)).toEqual({});
  });

  it('go places by two keys, one soon after the other', () => {
    expect([after('g', press('h')), after('g', press('c')), after('g', press('b')), after('g', press('n'))]).toEqual(['home', 'courses', 'badges', 'notifications']);
    expect(after('g', press('c'), 5000)).toBeUndefined();
    expect(after('x', press('c'))).toBeUndefined();
    expect(after('g', press('g'))).toBeUndefined();
  });

  it('never fire where people write, with modifiers, or while a key is held', () => {
    for (const rest of [{ inField: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
      expect(matchShortcut(press('?', rest), undefined, 0, true).action).toBeUndefined();
      expect(after('g', press('c', rest))).toBeUndefined();
    }
  });

  it('can be switched off, the palette stays', () => {
    expect(matchShortcut(press('?'), undefined, 0, false)).toEqual({});
    expect(after('g', press('h'), 0, false)).toBeUndefined();
    expect(matchShortcut(press('k', { ctrlKey: true, inField: true }), undefined, 0, false).action).toBe('palette');
    expect(matchShortcut(press('K', { metaKey: true }), undefined, 0, true).action).toBe('palette');
    expect(matchShortcut(press('k', { ctrlKey: true, shiftKey: true }), undefined, 0, true).action).toBeUndefined();
  });
});
