import { files, Problem, type ErrorContract } from '@unityplan/contracts';
import type { Refusal, UploadState } from '../db/uploads.table.ts';

const { file_gone, file_not_ready, file_quota_exceeded, file_too_large, upload_closed, upload_gap, upload_incomplete, upload_overrun } = files.filesErrors;
const megabyte = 1024 * 1024;
/** Every file counts as this much at least, so that a quota also bounds how many there are. */
export const leastCounted = 4096;

/** How far an upload is. */
export interface Progress {
  readonly state: UploadState;
  readonly received: number;
  readonly byte_length: number;
}

/**
 * Where a chunk belongs: `append` when it goes on from what is here, `known` when it begins earlier (a repetition, or one that
 * overlaps: nothing of it is taken). Throws the reason when it fits nowhere.
 */
export function placeOfChunk(upload: Progress, offset: number, length: number): 'append' | 'known' {
  if (upload.state === 'erased') throw new Problem(file_gone);
  if (upload.state === 'refused') throw new Problem(upload_closed);
  if (offset + length > upload.byte_length) throw new Problem(upload_overrun, { byteLength: upload.byte_length });
  if (offset > upload.received) throw new Problem(upload_gap, { offset: upload.received });
  return offset < upload.received || upload.state === 'ready' ? 'known' : 'append';
}

/** Whether an upload can be completed now, or is a file already. Throws why it cannot. */
export function completionOf(upload: Progress & { readonly refusal: Refusal | null }): 'complete' | 'done' {
  if (upload.state === 'erased') throw new Problem(file_gone);
  if (upload.state === 'ready') return 'done';
  if (upload.refusal) throw refusalOf(upload.refusal);
  if (upload.received < upload.byte_length) throw new Problem(upload_incomplete, { offset: upload.received, byteLength: upload.byte_length });
  return 'complete';
}

/** The problem that a refused file was answered with, again. */
export function refusalOf({ code, params }: Refusal): Problem {
  return new Problem((files.filesErrors as Record<string, ErrorContract>)[code] ?? file_gone, params);
}

/** Whether a problem is about the file itself, so that trying again with the same bytes is in vain. */
export function isFinal(problem: Problem): boolean {
  const { contract } = problem;
  return contract !== files.filesErrors.picture_too_slow && Object.values<ErrorContract>(files.filesErrors).includes(contract);
}

/** Throws when a file of this length is too large, or does not fit beside `used` bytes. */
export function refuseTooMuch(byteLength: number, used: number, quotaMb: number): void {
  if (byteLength > files.maxFileBytes) throw new Problem(file_too_large, { maxMb: files.maxFileBytes / megabyte });
  if (used + Math.max(byteLength, leastCounted) > quotaMb * megabyte) throw new Problem(file_quota_exceeded, { usedMb: Math.ceil(used / megabyte), quotaMb });
}

/** Throws unless a file can be shown. */
export function refuseUnready(upload: { readonly state: UploadState }): void {
  if (upload.state === 'erased') throw new Problem(file_gone);
  if (upload.state !== 'ready') throw new Problem(file_not_ready);
}
