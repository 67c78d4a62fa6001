import { files, Problem } from '@unityplan/contracts';
import type { UploadState } from '../db/uploads.table.ts';
import { refuseUnready } from '../uploads/uploads.policy.ts';

/** A file that something wants to use. */
export interface Candidate {
  readonly state: UploadState;
  readonly owner_id: string;
  readonly purpose: files.FilePurpose;
  /** By the very use that asks. */
  readonly used: boolean;
}

const { file_gone, file_not_yours, file_purpose_wrong } = files.filesErrors;

/** Throws why a file may not be used; what uses it already goes on to. */
export function refuseUse(file: Candidate | undefined, wanted: { ownerId: string; purpose: files.FilePurpose }): asserts file is Candidate {
  if (!file) throw new Problem(file_gone);
  if (file.owner_id !== wanted.ownerId && !file.used) throw new Problem(file_not_yours);
  refuseUnready(file);
  if (file.purpose !== wanted.purpose) throw new Problem(file_purpose_wrong);
}
