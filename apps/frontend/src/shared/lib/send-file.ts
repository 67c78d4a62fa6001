import { ApiProblem, type Sdk } from '@unityplan/sdk';
import type { FilePurpose, StoredFile } from './files.ts';
import { mayPass } from './query-client.ts';

export type UploadCalls = Pick<Sdk, 'startUpload' | 'getUpload' | 'sendChunk' | 'completeUpload'>;
export type Phase = 'sending' | 'waiting' | 'finishing';

export interface SendOptions {
  readonly purpose: FilePurpose;
  readonly fileName: string;
  readonly signal: AbortSignal;
  /** An upload of this very file that was begun before, if any; told whenever one begins, and undefined when it is over. */
  readonly resume?: string | undefined;
  readonly onUpload: (fileId: string | undefined) => void;
  readonly onProgress: (sent: number, phase: Phase) => void;
  /** Rests before another try; may end early when the connection is back. */
  readonly rest: (ms: number) => Promise<void>;
}

export const chunkBytes = 512 * 1024;

/**
 * Sends a file in pieces. A lost connection is waited for, the server is asked where to go on, and only what it does not have is
 * sent. Throws what the server refuses, and whatever aborts.
 */
export async function sendFile(calls: UploadCalls, file: Blob, options: SendOptions): Promise<StoredFile> {
  const { signal, onUpload, onProgress } = options;
  let sent = 0;
  const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      signal.throwIfAborted();
      try {
        return await call();
      } catch (error) {
        if (signal.aborted || !mayPass(error)) throw error;
        onProgress(sent, 'waiting');
        await options.rest(Math.min(500 * 2 ** tries, 15_000));
      }
    }
  };
  const idempotencyKey = crypto.randomUUID();
  const start = () => patiently(() => calls.startUpload({ body: { purpose: options.purpose, fileName: options.fileName, byteLength: file.size }, idempotencyKey, signal }));
  const resumed = options.resume ? await patiently(() => goOn(calls, options.resume!, file.size, signal)) : undefined;
  const upload = resumed ?? (await start());
  const params = { fileId: upload.fileId };
  onUpload(upload.fileId);
  sent = upload.offset;
  while (sent < file.size) {
    onProgress(sent, 'sending');
    const offset = sent;
    sent = await patiently(async () => {
      try {
        return (await calls.sendChunk({ params: { ...params, offset }, body: file.slice(offset, offset + chunkBytes), signal })).offset;
      } catch (error) {
        // The server knows another place: it has less than we thought, and goes on from there.
        if (error instanceof ApiProblem && error.code === 'upload_gap') return (await calls.getUpload({ params, signal })).offset;
        throw error;
      }
    });
  }
  onProgress(file.size, 'finishing');
  const stored = await patiently(() => calls.completeUpload({ params, signal }));
  onUpload(undefined);
  return stored;
}

/** The upload to go on with, if it is still there and of the same length. */
async function goOn(calls: UploadCalls, fileId: string, byteLength: number, signal: AbortSignal) {
  try {
    const upload = await calls.getUpload({ params: { fileId }, signal });
    return upload.state === 'receiving' && upload.byteLength === byteLength ? upload : undefined;
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 410)) return undefined;
    throw error;
  }
}
