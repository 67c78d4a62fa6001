import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyring } from './keyring.ts';
import { openText, sealText, type SealContext } from './seal.ts';

const podKey = (): string => randomBytes(32).toString('base64');
const keys = { 1: podKey(), 2: podKey() };
const keyring = createKeyring({ podKeys: keys });
const member = { territory: 'DK', memberId: 'm1' };
const { key, wrapped } = keyring.createMemberKey(member);
const context: SealContext = { ...member, purpose: 'user.email' };
const broken = expect.objectContaining({ code: 'SEAL_BROKEN' });
const text = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('sealText', () => {
  it('opens with the same key and context', () => {
    fc.assert(fc.property(text, (value) => void expect(openText(key, sealText(key, value, context), context)).toBe(value)));
  });
  it('never gives the same sealed value twice', () => expect(sealText(key, 'a', context)).not.toBe(sealText(key, 'a', context)));
  it('refuses any changed byte, a cut and an addition', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, mask) => {
        const sealed = sealText(key, value, context);
        const bytes = Buffer.from(sealed, 'base64url');
        bytes[at % bytes.length]! ^= mask;
        expect(() => openText(key, bytes.toString('base64url'), context)).toThrow(broken);
        expect(() => openText(key, sealed.slice(0, -(1 + (at % (sealed.length - 1)))), context)).toThrow(broken);
        expect(() => openText(key, `${sealed}AAAA`, context)).toThrow(broken);
      }),
    );
  });
  it('refuses any other context', () => {
    const contexts = fc.record({ territory: fc.constantFrom('DK', 'D', 'NO'), memberId: fc.constantFrom('m1', 'Km1', 'm', ''), purpose: fc.constantFrom('user.email', '1user.email', '') });
    fc.assert(
      fc.property(text, contexts, contexts, (value, a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(() => openText(key, sealText(key, value, a), b)).toThrow(broken);
      }),
    );
  });
  it('refuses another member’s key', () => {
    expect(() => openText(keyring.createMemberKey(member).key, sealText(key, 'a', context), context)).toThrow(broken);
  });
});

describe('keyring', () => {
  it('opens a wrapped key for its member only', () => {
    const opened = keyring.openMemberKey(wrapped, member);
    expect(openText(opened, sealText(key, 'æøå', context), context)).toBe('æøå');
    for (const other of [{ ...member, memberId: 'm2' }, { ...member, territory: 'NO' }, { ...member, territory: 'HAIDA-FN-CA' }]) {
      expect(() => keyring.openMemberKey(wrapped, other)).toThrow(broken);
    }
    expect(() => createKeyring({ podKeys: { 2: podKey() } }).openMemberKey(wrapped, member)).toThrow(broken);
    expect(() => createKeyring({ podKeys: { 1: podKey() } }).openMemberKey(wrapped, member)).toThrow(broken);
  });
  it('rotates: old wraps open, rewrap moves them to the current key, the member key stays', () => {
    const old = createKeyring({ podKeys: { 1: keys[1] } }).createMemberKey(member);
    const moved = keyring.rewrap(old.wrapped, member);
    expect(keyring.openMemberKey(old.wrapped, member).key.equals(old.key.key)).toBe(true);
    expect(createKeyring({ podKeys: { 2: keys[2] } }).openMemberKey(moved, member).key.equals(old.key.key)).toBe(true);
    expect(keyring.rewrap(moved, member)).toBe(moved);
  });
  it('indexes blindly: equal in one territory and purpose, unrelated elsewhere, stable through rotation', () => {
    const index = keyring.blindIndex('DK', 'user.email', 'a@b.dk');
    expect(index).toMatch(/^[\w-]{43}$/);
    expect(createKeyring({ podKeys: { 1: keys[1] } }).blindIndex('DK', 'user.email', 'a@b.dk')).toBe(index);
    const others = [keyring.blindIndex('NO', 'user.email', 'a@b.dk'), keyring.blindIndex('DK', 'user.name', 'a@b.dk'), keyring.blindIndex('DK', 'user.email', 'b@b.dk')];
    expect(new Set([index, ...others]).size).toBe(4);
  });
  it('shows no key in logs', () => expect(JSON.stringify({ keyring, key })).not.toMatch(/[A-Za-z0-9+/_-]{32}/));
  it('refuses bad configuration', () => {
    const wrong: Record<number, string>[] = [{}, { 0: podKey() }, { 256: podKey() }, { 1: 'short' }];
    for (const podKeys of wrong) expect(() => createKeyring({ podKeys })).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });
});
