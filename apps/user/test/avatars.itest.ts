import { files, user } from '@unityplan/contracts';
import { FileLinks } from '@unityplan/service-kit';
import { deliver, expectPublished, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stored } from './files-stand-in.ts';
import { userAlone, type UserAlone } from './support.ts';

let pod: UserAlone;
let links: FileLinks;
beforeAll(async () => {
  pod = await userAlone();
  links = new FileLinks(pod.config, Date.now);
});
afterAll(() => pod?.stop());

const file = (as: TestMember, purpose: files.FilePurpose = 'avatar') => {
  const fileId = v7();
  stored.set(`${as.territory} ${fileId}`, { ownerId: as.memberId, purpose, uses: new Set() });
  return fileId;
};
const usesOf = (fileId: string, territory = 'DK') => [...stored.get(`${territory} ${fileId}`)!.uses];
const choose = (as: TestMember, avatarFileId: string | null, more: object = {}) => pod.call(user.updateOwnProfile, { as, body: { avatarFileId, ...more } });

it('shows a member’s picture wherever the member is shown', async () => {
  const as = await pod.verified();
  const fileId = file(as);
  const avatar = links.avatar('DK', fileId);
  const changed = await choose(as, fileId, { handle: 'pictured' });
  expect([changed.status, changed.body.avatar]).toEqual([200, avatar]);
  expect((await pod.call(user.getOwnProfile, { as })).body.avatar).toEqual(avatar);
  expect((await pod.call(user.getProfile, { as, params: { handle: 'pictured' } })).body.avatar).toEqual(avatar);
  expect((await pod.call(user.suggestPeople, { as, query: { prefix: 'pictured' } })).body.items).toMatchObject([{ avatar }]);
  expect((await pod.rpc.call(user.getPeople, 'DK', { memberIds: [as.memberId] })).people).toMatchObject([{ avatar }]);
  await expectPublished(pod.ground.client, user.profileUpdated, { memberId: as.memberId, fields: ['handle', 'avatar'] });
  expect(usesOf(fileId)).toEqual([`avatar:${as.memberId}`]);
  // The same picture again changes nothing and tells nobody.
  const events = () => pod.ground.query(`select 1 from messaging.outbox where event = 'profile.updated' and aggregate = $1`, [as.memberId]);
  const before = (await events()).length;
  await choose(as, fileId);
  expect((await events()).length).toBe(before);
});

it('lets go of the picture before, and of all when there is none', async () => {
  const as = await pod.verified();
  const [first, second] = [file(as), file(as)];
  await choose(as, first);
  await choose(as, second);
  await pod.settled();
  expect([usesOf(first), usesOf(second)]).toEqual([[], [`avatar:${as.memberId}`]]);
  expect((await choose(as, null)).body.avatar).toBeNull();
  await pod.settled();
  expect(usesOf(second)).toEqual([]);
  // A name alone leaves the picture as it is.
  await choose(as, first);
  await pod.call(user.updateOwnProfile, { as, body: { displayName: 'Freja' } });
  expect((await pod.call(user.getOwnProfile, { as })).body.avatar).toEqual(links.avatar('DK', first));
});

it('refuses what is someone else’s, of another kind or not there, and changes nothing', async () => {
  const [as, stranger] = [await pod.verified(), await pod.verified()];
  const own = file(as);
  await choose(as, own);
  const refusals: [string, string][] = [[file(stranger), 'file_not_yours'], [file(as, 'lesson_media'), 'file_purpose_wrong'], [v7(), 'file_gone']];
  for (const [fileId, code] of refusals) {
    const answer = await choose(as, fileId, { displayName: 'Not this time' });
    expect(answer.problem.code).toBe(code);
  }
  expect((await choose(as, 'x')).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'body.avatarFileId' }] });
  expect((await pod.call(user.getOwnProfile, { as })).body).toMatchObject({ avatar: links.avatar('DK', own), displayName: null });
});

it('loses a picture whose file is erased, and says so', async () => {
  const as = await pod.verified();
  const [fileId, other] = [file(as), v7()];
  await choose(as, fileId);
  await deliver(pod.messaging, files.fileErased, { fileId: other, ownerId: as.memberId, purpose: 'avatar', reason: 'deleted' });
  expect((await pod.call(user.getOwnProfile, { as })).body.avatar).not.toBeNull();
  const before = await pod.ground.query(`select 1 from messaging.outbox where event = 'profile.updated' and aggregate = $1`, [as.memberId]);
  const id = v7();
  expect(await deliver(pod.messaging, files.fileErased, { fileId, ownerId: as.memberId, purpose: 'avatar', reason: 'deleted' }, { id })).toBe('handled');
  expect(await deliver(pod.messaging, files.fileErased, { fileId, ownerId: as.memberId, purpose: 'avatar', reason: 'deleted' }, { id })).toBe('duplicate');
  expect((await pod.call(user.getOwnProfile, { as })).body.avatar).toBeNull();
  const after = await pod.ground.query(`select payload from messaging.outbox where event = 'profile.updated' and aggregate = $1`, [as.memberId]);
  expect(after.length).toBe(before.length + 1);
});

it('settles in the end what was cut off: a file that was kept and never named, one that is gone meanwhile', async () => {
  const as = await pod.verified();
  const [named, stray] = [file(as), file(as)];
  await choose(as, named);
  // As a death between the call and the commit leaves it.
  stored.get(`DK ${stray}`)!.uses.add(`avatar:${as.memberId}`);
  stored.get(`DK ${named}`)!.uses.clear();
  const changed = { memberId: as.memberId, fields: ['avatar' as const] };
  await deliver(pod.messaging, user.profileUpdated, changed);
  expect([usesOf(named), usesOf(stray)]).toEqual([[`avatar:${as.memberId}`], []]);
  stored.delete(`DK ${named}`);
  await deliver(pod.messaging, user.profileUpdated, changed);
  expect((await pod.call(user.getOwnProfile, { as })).body.avatar).toBeNull();
});

it('says when the files service is away, and changes the rest without it', async () => {
  const alone = await userAlone({ files: false });
  try {
    const as = await alone.verified();
    const refused = await alone.call(user.updateOwnProfile, { as, body: { avatarFileId: v7() } });
    expect([refused.status, refused.problem.code]).toEqual([503, 'service_unavailable']);
    expect((await alone.call(user.updateOwnProfile, { as, body: { displayName: 'Freja' } })).body).toMatchObject({ displayName: 'Freja', avatar: null });
  } finally {
    await alone.stop();
  }
});
