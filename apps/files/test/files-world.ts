import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { files, type RouteAnswer } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { contextHeader, contextKeyPurpose, deriveKey, FileLinks, filesHostPath, signContext, type RunningService } from '@unityplan/service-kit';
import { configured, startConstellation, type TestMember } from '@unityplan/testing';
import { filesConfig, startFiles, type FilesConfig } from '../src/app.ts';
import { ErasingService } from '../src/erasing/erasing.service.ts';

type StoredFile = RouteAnswer<typeof files.getFile>;
export interface Sent {
  readonly purpose?: files.FilePurpose;
  readonly fileName?: string;
  readonly alt?: string;
  readonly chunkBytes?: number;
  readonly sha256?: string;
  readonly byteLength?: number;
}

/** The files service on real servers and a folder of its own, with a clock that tests move. */
export async function startFilesWorld(settings: Partial<FilesConfig> = {}) {
  const blockstoreDir = await mkdtemp(join(tmpdir(), 'blockstore-'));
  const clock = { now: Date.now() };
  const startService = configured(startFiles, filesConfig, { blockstoreDir, collectEveryMs: 3_600_000, ...settings });
  const options = { clock: () => clock.now };
  const pod = await startConstellation({ services: [startService], clock: options.clock });
  // Issuer keys are remembered for seconds: make both territories' before the first call.
  for (const territory of ['DK', 'NO']) await pod.member(territory);
  const { call } = pod;
  const contextKey = deriveKey(pod.config.podSecret, contextKeyPurpose);
  const links = new FileLinks(pod.config, options.clock);
  const running = pod.services as RunningService[];
  const start = () => startService({ config: pod.config as never, port: 0, resources: pod.resources, ...options });

  /** Announces a file; throws the refusal. */
  const announce = async (as: TestMember, content: Buffer, { purpose = 'avatar', fileName = 'me.jpg', alt, sha256, byteLength = content.byteLength }: Sent = {}) => {
    const answer = await call(files.startUpload, { as, body: { purpose, fileName, byteLength, ...(alt ? { alt } : {}), ...(sha256 ? { sha256 } : {}) } });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
    return answer.body;
  };
  const chunk = (as: TestMember, fileId: string, offset: number, body: Uint8Array) => call(files.sendChunk, { as, params: { fileId, offset }, body });
  const complete = (as: TestMember, fileId: string) => call(files.completeUpload, { as, params: { fileId } });
  const sendAll = async (as: TestMember, fileId: string, content: Buffer, chunkBytes: number = files.maxChunkBytes) => {
    for (let at = 0; at < content.byteLength; at += chunkBytes) {
      const answer = await chunk(as, fileId, at, content.subarray(at, at + chunkBytes));
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
    }
  };
  /** A whole upload; answers what completing it answered. */
  const upload = async (as: TestMember, content: Buffer, sent: Sent = {}) => {
    const { fileId } = await announce(as, content, sent);
    await sendAll(as, fileId, content, sent.chunkBytes);
    return complete(as, fileId);
  };
  const ready = async (as: TestMember, content: Buffer, sent: Sent = {}): Promise<StoredFile> => {
    const answer = await upload(as, content, sent);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
    return answer.body;
  };
  /** Asks the host for files as the gateway does. */
  const show = async (url: string, headers: Record<string, string> = {}, { method = 'GET', territory = 'DK' }: { method?: 'GET' | 'HEAD'; territory?: string } = {}) => {
    const { pathname, search } = new URL(url);
    const context = signContext({ territory, ip: '192.0.2.1', routingEpoch: 1 }, contextKey);
    const answer = await running[0]!.app.inject({ method, url: filesHostPath + pathname + search, headers: { [contextHeader]: context, ...headers } });
    const problem = answer.headers['content-type']?.toString().includes('problem') ? (answer.json() as { code: string }).code : undefined;
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload, problem };
  };
  const rpc = new RpcClient({ link: pod.resources.nats, pod: pod.config.podId });
  return {
    ...pod, blockstoreDir, clock, links, rpc, announce, chunk, complete, sendAll, upload, ready, show,
    attach: (as: TestMember, fileIds: string[], use: string, purpose: files.FilePurpose = 'avatar') => rpc.call(files.attachFiles, as.territory, { fileIds, ownerId: as.memberId, purpose, use }),
    release: (territory: string, use: string, fileIds?: string[]) => rpc.call(files.releaseFiles, territory, { use, ...(fileIds ? { fileIds } : {}) }),
    /** Stops the service in order and starts another on the same folder. */
    restart: async () => {
      await running[0]!.close();
      running[0] = await start();
    },
    startAnother: start,
    sweep: (territory = 'DK') => running[0]!.app.get(ErasingService).sweep(territory),
    /** Every block on disk, by its path. */
    blocks: async (): Promise<Map<string, Buffer>> => {
      const names = (await readdir(blockstoreDir, { recursive: true })).filter((name) => name.endsWith('.data')).sort();
      return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(blockstoreDir, name))] as const)));
    },
    stop: async () => {
      await pod.stop();
      await rm(blockstoreDir, { recursive: true, force: true });
    },
  };
}
export type FilesWorld = Awaited<ReturnType<typeof startFilesWorld>>;

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
export const hours = (count: number): number => count * 3_600_000;
