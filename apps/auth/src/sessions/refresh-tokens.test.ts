import type { PodConfig } from '@unityplan/service-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import { RefreshTokens } from './refresh-tokens.ts';

const tokens = new RefreshTokens({ podSecret: 'a'.repeat(32) } as PodConfig);
const otherPod = new RefreshTokens({ podSecret: 'b'.repeat(32) } as PodConfig);
const sessionId = v7();

it('is read back as it was given out', () => {
  const first = tokens.first(sessionId);
  expect(tokens.read(first.text)).toEqual(first);
  expect(first.text.length).toBeLessThanOrEqual(200);
});

it('has one successor, whoever asks', () => {
  const first = tokens.first(sessionId);
  expect(tokens.successor(tokens.read(first.text)!)).toEqual(tokens.successor(first));
  expect(tokens.descendant(first, 3)).toEqual(tokens.successor(tokens.successor(tokens.successor(first))));
  expect(tokens.successor(first).generation).toBe(2);
});

it('has another successor in another pod, and is noise there', () => {
  const first = tokens.first(sessionId);
  expect(otherPod.successor(first).text).not.toBe(tokens.successor(first).text);
  expect(otherPod.read(first.text)).toBeUndefined();
});

it('is noise after any change', () => {
  const { text } = tokens.first(sessionId);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'ABCxyz019-_'), (at, sign) => {
      fc.pre(text[at] !== sign);
      expect(tokens.read(text.slice(0, at) + sign + text.slice(at + 1))).toBeUndefined();
    }),
  );
  for (const noise of ['', 'x', `${text}=`, `${text}A`, text.slice(1), ` ${text}`]) expect(tokens.read(noise)).toBeUndefined();
});
