import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf, InputOf } from '@unityplan/sdk';
import { sdk } from './sdk.ts';

export type StoredFile = AnswerOf<'completeUpload'>;
export type FilePurpose = InputOf<'startUpload'>['body']['purpose'];

/** What the platform takes as a picture; the server looks inside and has the last word. */
export const pictureTypes = 'image/png,image/jpeg,image/webp,image/gif,image/avif';
/** Largest file as it is sent. */
export const maxFileBytes = 10 * 1024 * 1024;

/** An own file with its addresses. */
export const fileQuery = (fileId: string) => queryOptions({ queryKey: ['own', 'files', fileId], queryFn: ({ signal }) => sdk.getFile({ params: { fileId }, signal }) });
