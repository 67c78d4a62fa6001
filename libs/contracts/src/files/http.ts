import { z } from 'zod';
import { bytes } from '../kernel/bodies.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id } from '../kernel/shapes.ts';
import { filesErrors } from './errors.ts';
import { altText, fileName, filePurpose, maxChunkBytes, sha256, storedFile, uploadProgress } from './models.ts';

const owner = 'files';
const params = z.object({ fileId: id });
const { file_checksum_wrong, file_gone, file_two_kinds, file_type_refused, file_type_unknown, picture_damaged, picture_too_large, picture_too_slow } = filesErrors;

export const startUpload = defineRoute({
  owner, id: 'startUpload', method: 'POST', path: '/files', access: 'member', idempotencyKey: true,
  about: 'Announces a file: its purpose, name and length. Then send its bytes in chunks, and complete it within a day.',
  body: z.object({ purpose: filePurpose, fileName, byteLength: z.int().min(1), sha256: sha256.optional(), alt: altText.optional() }),
  answer: uploadProgress, status: 201, errors: [filesErrors.file_too_large, filesErrors.file_quota_exceeded, commonErrors.idempotency_key_reused],
});
export const getUpload = defineRoute({
  owner, id: 'getUpload', method: 'GET', path: '/files/{fileId}/upload', access: 'member', about: 'How far an own upload is: where to go on after a break.',
  params, answer: uploadProgress, errors: [commonErrors.not_found, file_gone],
});
export const sendChunk = defineRoute({
  owner, id: 'sendChunk', method: 'PUT', path: '/files/{fileId}/chunks/{offset}', access: 'member',
  about: 'The bytes from `offset` on, at most 1 MiB. A chunk is kept whole or not at all; one that is here already, in part or in full, changes nothing. The answer says where to go on.',
  params: z.object({ fileId: id, offset: z.coerce.number().int().min(0) }), body: bytes({ max: maxChunkBytes }), answer: uploadProgress,
  errors: [commonErrors.not_found, commonErrors.media_type_unsupported, commonErrors.body_too_large, filesErrors.upload_gap, filesErrors.upload_overrun, filesErrors.upload_closed, file_gone],
});
export const completeUpload = defineRoute({
  owner, id: 'completeUpload', method: 'POST', path: '/files/{fileId}/completion', access: 'member',
  about: 'All bytes are here: checks the picture, makes its sizes without any metadata, stores them. Calling it again gives the same file.',
  params, answer: storedFile,
  errors: [
    commonErrors.not_found, file_gone, filesErrors.upload_incomplete, file_checksum_wrong, file_type_refused, file_type_unknown, file_two_kinds, picture_damaged, picture_too_large, picture_too_slow,
  ],
});
export const getFile = defineRoute({
  owner, id: 'getFile', method: 'GET', path: '/files/{fileId}', access: 'member', about: 'An own file.', params, answer: storedFile,
  errors: [commonErrors.not_found, filesErrors.file_not_ready, file_gone],
});
export const listFiles = defineRoute({
  owner, id: 'listFiles', method: 'GET', path: '/files', access: 'member', about: 'Own files that are ready, newest first.',
  query: pageQuery.extend({ purpose: filePurpose.optional() }), answer: pageOf(storedFile), errors: [commonErrors.cursor_invalid],
});
export const deleteFile = defineRoute({
  owner, id: 'deleteFile', method: 'DELETE', path: '/files/{fileId}', access: 'member',
  about: 'Erases an own file, complete or not: its key is destroyed and its content removed. Whatever shows it loses it.', params, errors: [commonErrors.not_found],
});
