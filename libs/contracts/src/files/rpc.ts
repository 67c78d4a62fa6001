import { z } from 'zod';
import { exampleId } from '../kernel/examples.ts';
import { defineRpc } from '../kernel/rpc.ts';
import { id } from '../kernel/shapes.ts';
import { filesErrors } from './errors.ts';
import { describedFile, filePurpose, fileUse } from './models.ts';

const { file_gone, file_not_ready, file_not_yours, file_purpose_wrong } = filesErrors;
const use = `avatar:${exampleId(1)}`;
const described = {
  fileId: exampleId(30), ownerId: exampleId(1), purpose: 'avatar' as const, contentType: 'image/webp' as const, alt: null, width: 256, height: 256,
  sizes: [
    { size: 'small' as const, width: 64, height: 64, bytes: 1_024, url: 'https://dk.unityplan-files.org/f/…/small', cid: null },
    { size: 'large' as const, width: 256, height: 256, bytes: 9_216, url: 'https://dk.unityplan-files.org/f/…/large', cid: null },
  ],
  urlsExpireAt: '2026-11-21T18:00:00Z',
};

export const attachFiles = defineRpc({
  owner: 'files', method: 'attach_files',
  about: 'Notes that something uses these files, all or none, so that they are kept. They must be ready, of this purpose, and the owner\'s own (or attached to this very use already). Answers their descriptions in the order asked for.',
  input: z.object({ fileIds: z.array(id).min(1).max(100), ownerId: id, purpose: filePurpose, use: fileUse.describe('What uses them; the same use again changes nothing') }),
  output: z.object({ files: z.array(describedFile) }),
  errors: [file_gone, file_not_ready, file_not_yours, file_purpose_wrong], deadlineMs: 3000, idempotent: true,
  example: { input: { fileIds: [exampleId(30)], ownerId: exampleId(1), purpose: 'avatar', use }, output: { files: [described] } },
});
export const releaseFiles = defineRpc({
  owner: 'files', method: 'release_files',
  about: 'Something no longer uses these files; without `fileIds`, any file but those in `keep`. A file that nothing uses for a day is erased.',
  input: z.object({ use: fileUse, fileIds: z.array(id).max(100).optional(), keep: z.array(id).max(500).default([]) }),
  output: z.object({ released: z.int() }), errors: [], deadlineMs: 3000, idempotent: true,
  example: { input: { use, keep: [] }, output: { released: 1 } },
});
export const describeFiles = defineRpc({
  owner: 'files', method: 'describe_files', about: 'Sizes and addresses of files that are ready; others are left out. For addresses alone use FileLinks of the service kit.',
  input: z.object({ fileIds: z.array(id).max(200) }), output: z.object({ files: z.array(describedFile) }),
  errors: [], deadlineMs: 2000, idempotent: true,
  example: { input: { fileIds: [exampleId(30)] }, output: { files: [described] } },
});
