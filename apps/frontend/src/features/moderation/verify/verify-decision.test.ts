import type { AuditEntry, Checkpoint, Decision } from '@unityplan/sdk';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical, canonicalHash, fromHex, sha256, toHex, type Bytes } from './hashing.ts';
import { isIncluded } from './merkle.ts';
import { statementOf, verifyDecision, type Evidence } from './verify-decision.ts';

it('writes the RFC 8785 form', () => {
  // The example of the standard, section 3.2.2 and 3.2.3.
  const value = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true, false] };
  expect(canonical(value)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  expect(canonical({ '€': 1, '\r': 2, '1': 3, '😀': 4, ö: 5 })).toBe('{"\\r":2,"1":3,"ö":5,"€":1,"😀":4}');
});

/** A tree by its definition (RFC 9162, 2.1.1), and the path to a leaf (2.1.3.1). */
async function tree(leaves: string[]): Promise<Bytes> {
  if (leaves.length === 1) return sha256(Uint8Array.of(0), fromHex(leaves[0]!));
  const k = split(leaves.length);
  return sha256(Uint8Array.of(1), await tree(leaves.slice(0, k)), await tree(leaves.slice(k)));
}
async function path(index: number, leaves: string[]): Promise<string[]> {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k ? [...(await path(index, leaves.slice(0, k))), toHex(await tree(leaves.slice(k)))] : [...(await path(index - k, leaves.slice(k))), toHex(await tree(leaves.slice(0, k)))];
}
const split = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1);
const leaf = async (n: number) => canonicalHash({ n });

it('finds what is in a tree and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), async (size, a, b) => {
      const leaves = await Promise.all(Array.from({ length: size }, (_, n) => leaf(n)));
      const [index, other] = [a % size, b % size];
      const root = toHex(await tree(leaves));
      const proof = await path(index, leaves);
      expect(await isIncluded(leaves[index]!, index + 1, size, proof, root)).toBe(true);
      expect(await isIncluded(leaves[other]!, other + 1, size, proof, root)).toBe(other === index);
      expect(await isIncluded(await leaf(999), index + 1, size, proof, root)).toBe(false);
      expect(await isIncluded(leaves[index]!, index + 1, size, [...proof, root], root)).toBe(false);
      expect(await isIncluded(leaves[index]!, size + 1, size, proof, root)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

describe('a decision', () => {
  let evidence: Evidence;
  beforeAll(async () => {
    const person = { memberId: 'm', handle: null, displayName: null, avatar: null };
    const decision = {
      decisionId: 'd', action: 'post_hidden', at: '2026-11-21T10:00:00.000Z', by: person, role: 'moderator', rule: 'spam', reason: 'Reklame for øl',
      topic: { topicId: 't', slug: 's', title: 'T', categoryId: 'c', author: person }, post: { postId: 'p', number: 2, author: person, excerpt: null }, moved: null, appeal: null, appealedDecisionId: null, audited: null,
    } as unknown as Decision;
    const payload = { decisionId: 'd', digest: await canonicalHash(statementOf(decision)), postId: 'p' };
    const draft = { seq: 3, eventId: 'e', recordedAt: 'r', happenedAt: 'h', name: 'post.hidden', aggregate: 't', aggregateSeq: 1, memberId: null, payloadHash: await canonicalHash(payload), prevHash: '0'.repeat(64) };
    const hash = await canonicalHash({ territory: 'DK', ...draft });
    const leaves = [await leaf(1), await leaf(2), hash, await leaf(4), await leaf(5)];
    const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as CryptoKeyPair;
    const der = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey));
    const claim = { territory: 'DK', seq: 5, head: leaves[4]!, root: toHex(await tree(leaves)), at: '2026-11-21T10:01:00.000Z', keyId: toHex(await sha256(der)).slice(0, 16) };
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, new TextEncoder().encode(canonical(claim))));
    const base64url = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    const checkpoint: Checkpoint = { ...claim, signature: base64url(signature), publicKey: base64url(der) };
    evidence = { decision: { ...decision, audited: { event: 'post.hidden', payload } }, entry: { ...draft, hash, inclusion: await path(2, leaves) } as AuditEntry, territory: 'DK', checkpoint, knownKeyId: undefined };
  });
  const outcomes = async (change: Partial<Evidence> = {}) => Object.fromEntries((await verifyDecision({ ...evidence, ...change })).map(({ name, outcome }) => [name, outcome]));
  const all = { words: 'passed', entry: 'passed', payload: 'passed', hash: 'passed', tree: 'passed', signature: 'passed', key: 'passed' };

  it('verifies from its words up to the signature', async () => {
    expect(await outcomes()).toEqual(all);
    expect(await outcomes({ knownKeyId: evidence.checkpoint!.keyId })).toEqual(all);
  });

  it('waits for what is not there yet', async () => {
    expect(await outcomes({ entry: undefined })).toEqual({ words: 'passed', entry: 'waiting', payload: 'waiting', hash: 'waiting', tree: 'waiting', signature: 'waiting', key: 'waiting' });
    expect(await outcomes({ checkpoint: null, entry: { ...evidence.entry!, inclusion: null } })).toMatchObject({ hash: 'passed', tree: 'waiting', signature: 'waiting' });
  });

  it.each<[string, (at: Evidence) => Partial<Evidence>, object]>([
    ['other words', ({ decision }) => ({ decision: { ...decision, reason: 'Noget andet' } }), { words: 'failed' }],
    ['another moderator', ({ decision }) => ({ decision: { ...decision, by: { ...decision.by, memberId: 'x' } } }), { words: 'failed' }],
    ['another payload', ({ decision }) => ({ decision: { ...decision, audited: { ...decision.audited!, payload: { ...decision.audited!.payload, postId: 'x' } } } }), { payload: 'failed', words: 'passed' }],
    ['a changed entry', ({ entry }) => ({ entry: { ...entry!, happenedAt: 'earlier' } }), { hash: 'failed', tree: 'failed' }],
    ['an entry with a hash of its own', ({ entry }) => ({ entry: { ...entry!, hash: 'f'.repeat(64) } }), { hash: 'failed' }],
    ['a broken path', ({ entry }) => ({ entry: { ...entry!, inclusion: ['zz'] } }), { tree: 'failed' }],
    ['another root', ({ checkpoint }) => ({ checkpoint: { ...checkpoint!, root: 'f'.repeat(64) } }), { tree: 'failed', signature: 'failed' }],
    ['a checkpoint dated back', ({ checkpoint }) => ({ checkpoint: { ...checkpoint!, at: '2020-01-01T00:00:00.000Z' } }), { tree: 'passed', signature: 'failed' }],
    ['a signature that is none', ({ checkpoint }) => ({ checkpoint: { ...checkpoint!, signature: 'AAAA' } }), { signature: 'failed' }],
    ['another territory', () => ({ territory: 'NO' }), { hash: 'failed', tree: 'failed', signature: 'failed' }],
    ['another key than before', () => ({ knownKeyId: '0123456789abcdef' }), { key: 'failed', signature: 'passed' }],
  ])('is found out: %s', async (_name, change, wrong) => expect(await outcomes(change(evidence))).toMatchObject(wrong));
});
