import { afterEach, expect, it, vi } from 'vitest';
import { store, stored } from './storage.ts';

afterEach(() => vi.unstubAllGlobals());

it('keeps a text, forgets it, and says that it did', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) });
  expect(store('draft', 'some words')).toBe(true);
  expect(stored('draft')).toBe('some words');
  expect(store('draft', undefined)).toBe(true);
  expect(stored('draft')).toBeUndefined();
});

it('says when the storage is full or refused', () => {
  const refuse = () => { throw new DOMException('full', 'QuotaExceededError'); };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(store('draft', 'some words')).toBe(false);
  expect(stored('draft')).toBeUndefined();
});
