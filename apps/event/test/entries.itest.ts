import { createHash, webcrypto } from 'node:crypto';
import { event, forum, type RouteAnswer } from '@unityplan/contracts';
import { configured, deliver, startConstellation, type Constellation } from '@unityplan/testing';
import canonicalize from 'canonicalize';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Checkpoints, eventConfig, startEvent } from '../src/app.ts';

type Answer = RouteAnswer<typeof event.listAuditEntries>;

let pod: Constellation;
const topicId = v7();
const tell = (contract: Parameters<typeof deliver>[1], more = {}) => deliver(pod.service('event').messaging, contract as typeof forum.postHidden, { topicId, ...more });
const list = async (query = {}) => (await pod.call(event.listAuditEntries, { query: { aggregate: topicId, ...query } })).body as Answer;
/** Checkpoints come when a test makes them, unless they are to come by themselves soon. */
const startEvents = (checkpointSoonMs: number) => startConstellation({ services: [configured(startEvent, eventConfig, { checkpointSoonMs })] });
beforeAll(async () => {
  pod = await startEvents(3_600_000);
});
afterAll(() => pod?.stop());

// Everything below is how a browser checks it: by the words of the contract, with nothing of the service's own code.
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hashOf = (value: unknown): string => sha256(Buffer.from(canonicalize(value)!));
const node = (...[left, right]: [string, string]): string => sha256(Buffer.concat([Buffer.from([1]), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]));
/** RFC 9162 §2.1.3.2, as it is written there. */
function isIncluded(leafIndex: number, size: number, leaf: string, path: readonly string[], root: string): boolean {
  let [fn, sn, r] = [leafIndex, size - 1, leaf];
  for (const p of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = node(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else r = node(r, p);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && r === root;
}
async function check({ territory, items, checkpoint }: Answer): Promise<boolean[]> {
  const { signature, publicKey, ...claim } = checkpoint!;
  const spki = Buffer.from(publicKey, 'base64url');
  expect(sha256(spki).slice(0, 16)).toBe(claim.keyId);
  const key = await webcrypto.subtle.importKey('spki', spki, 'Ed25519', false, ['verify']);
  expect(await webcrypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'base64url'), Buffer.from(canonicalize(claim)!))).toBe(true);
  return items.map(({ hash, inclusion, ...entry }) => {
    const leaf = sha256(Buffer.concat([Buffer.from([0]), Buffer.from(hash, 'hex')]));
    return hashOf({ territory, ...entry }) === hash && inclusion !== null && isIncluded(entry.seq - 1, checkpoint!.seq, leaf, inclusion, checkpoint!.root);
  });
}

it('shows the moderation of a topic with proofs that hold outside, among many other entries, at any size of the trail', async () => {
  const payload = { ...forum.postHidden.example, topicId, decisionId: v7() };
  expect(await list()).toMatchObject({ items: [], next: null });
  await tell(forum.postHidden, payload);
  await tell(forum.postRestored);
  // The clock makes a checkpoint when the service starts, which may come in between; an entry has a path just when one covers it.
  const early = await list();
  expect(early.items.map(({ seq, inclusion }) => inclusion !== null && seq <= early.checkpoint!.seq)).toEqual(early.items.map(({ seq }) => seq <= (early.checkpoint?.seq ?? 0)));
  for (let n = 0; n < 45; n++) {
    await deliver(pod.service('event').messaging, forum.postCreated, { topicId: n % 3 ? v7() : topicId });
    if (n % 9 === 0) await tell(forum.postRestored);
    if (n % 4) continue;
    await pod.service('event').app.get(Checkpoints).make('DK');
    const answer = await list();
    expect(await check(answer)).toEqual(answer.items.map(() => true));
  }
  const answer = await list();
  expect(answer.items.map(({ name }) => name)).toEqual([...Array.from({ length: 6 }, () => 'post.restored'), 'post.hidden']);
  // Whoever has the decision can tell that it is this entry.
  expect(answer.items.at(-1)).toMatchObject({ payloadHash: hashOf(payload), aggregate: topicId });
  // And the check itself can fail.
  const [first, ...others] = answer.items;
  for (const forged of [{ ...first!, payloadHash: hashOf({}) }, { ...first!, seq: first!.seq - 1 }, { ...first!, inclusion: first!.inclusion!.toReversed() }, { ...first!, inclusion: [] }])
    expect((await check({ ...answer, items: [forged, ...others] }))[0]).toBe(false);
});

it('names nobody, and shows nothing but moderation', async () => {
  for (const contract of [forum.flagCreated, forum.flagDecided, forum.postCreated, forum.topicCreated]) await tell(contract);
  await tell(forum.appealCreated);
  const answer = await list({ limit: 100 });
  expect(new Set(answer.items.map(({ name }) => name))).toEqual(new Set(['post.hidden', 'post.restored', 'appeal.created']));
  const { example } = forum.postHidden;
  for (const id of [example.authorId, example.moderatorId, example.postId]) expect(JSON.stringify(answer)).not.toContain(id);
  expect(event.shownEvents.every((name) => Object.values(forum).some((contract) => typeof contract === 'object' && 'name' in contract && contract.name === name))).toBe(true);
});

it('is covered by a checkpoint soon after it happened, by itself', async () => {
  const quick = await startEvents(50);
  try {
    await deliver(quick.service('event').messaging, forum.topicChanged, { topicId });
    const newest = async () => (await quick.call(event.listAuditEntries, { query: { aggregate: topicId } })).body.items[0]!;
    await vi.waitFor(async () => expect((await newest()).inclusion).not.toBeNull(), { timeout: 20_000, interval: 50 });
  } finally {
    await quick.stop();
  }
});

it('pages both ways, and refuses what does not fit', async () => {
  const all = (await list({ limit: 100 })).items;
  const first = await list({ limit: 3 });
  const second = await list({ limit: 3, cursor: first.next! });
  expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual(all.slice(0, 6).map(({ seq }) => seq));
  expect((await list({ limit: 3, cursor: second.previous! })).items).toEqual(first.items);
  expect((await pod.call(event.listAuditEntries, { query: { aggregate: v7(), cursor: first.next! } })).problem.code).toBe('cursor_invalid');
  for (const aggregate of ['x', undefined]) expect((await pod.call(event.listAuditEntries, { query: { aggregate } })).problem).toMatchObject({ code: 'input_invalid' });
  expect((await list({ aggregate: v7() })).items).toEqual([]);
  expect((await pod.call(event.listAuditEntries, { territory: 'NO', query: { aggregate: topicId } })).body).toMatchObject({ items: [], checkpoint: null });
});

it('asks the index that is there for it', async () => {
  const names = event.shownEvents.map((name) => `'${name}'`).join(', ');
  await pod.ground.query('set enable_seqscan = off');
  const plan = await pod.ground.query<{ 'QUERY PLAN': string }>(`explain select * from territory_dk.audit_entries where aggregate = 'x' and name in (${names}) order by seq desc limit 5`);
  await pod.ground.query('reset enable_seqscan');
  expect(JSON.stringify(plan)).toContain('audit_entries_shown');
});
