import { files, user } from '@unityplan/contracts';
import { canary, type Belongings } from '../canaries.ts';
import { send } from '../wire.ts';
import { filesHostOf, type Caller, type Person } from './caller.ts';
import { noise } from './pictures.ts';

/** Private and public files of a territory, and one that is half uploaded. */
export async function store(port: number, { call }: Caller, belongings: Belongings, people: { manager: Person; author: Person }) {
  const { territory } = people.author;
  const start = (as: Person, purpose: files.FilePurpose, content: Buffer) =>
    call(files.startUpload, { as, body: { purpose, fileName: `${canary(territory, 'own')}.png`, byteLength: content.length, ...(purpose === 'avatar' ? {} : { alt: `Alt ${canary(territory, 'open')}` }) } });
  const put = (as: Person, fileId: string, body: Buffer) => call(files.sendChunk, { as, params: { fileId, offset: 0 }, body });
  const upload = async (as: Person, purpose: files.FilePurpose) => {
    const content = await noise(96, 96);
    const { fileId } = await start(as, purpose, content);
    await put(as, fileId, content);
    return call(files.completeUpload, { as, params: { fileId } });
  };
  const avatar = await upload(people.author, 'avatar');
  await call(user.updateOwnProfile, { as: people.author, body: { avatarFileId: avatar.fileId } });
  const cover = await upload(people.manager, 'course_cover');
  const spare = await upload(people.author, 'avatar');
  const rest = await noise(64, 64);
  const { fileId: halfId } = await start(people.author, 'avatar', rest);
  await put(people.author, halfId, rest.subarray(0, 500));
  const link = (url: string): string => new URL(url).pathname + new URL(url).search;
  const [privateLink, publicLink] = [link(avatar.sizes[0]!.url), link(cover.sizes[0]!.url)];
  const served = async (target: string) => belongings.addBytes((await send(port, { method: 'GET', target, headers: { host: filesHostOf(territory, port) } })).body, territory);
  return { avatarId: avatar.fileId, coverId: cover.fileId, spareId: spare.fileId, halfId, halfBytes: rest, privateLink, publicLink, served };
}
