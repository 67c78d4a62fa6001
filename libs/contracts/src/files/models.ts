import { z } from 'zod';
import { id, instant, writtenText } from '../kernel/shapes.ts';

/** Largest file as it is sent; it is stored smaller. */
export const maxFileBytes = 10 * 1024 * 1024;
/** Largest piece of it in one call. */
export const maxChunkBytes = 1024 * 1024;

/** What a file is for. It decides its class and its sizes, and it may be attached for nothing else. */
export const filePurpose = z.enum(['avatar', 'course_cover', 'lesson_media']);
export type FilePurpose = z.infer<typeof filePurpose>;

/**
 * Private: stored under a key of its own, shown by addresses that end after hours. Public: stored as it is, shown to everyone by
 * its content's CID while something uses it.
 */
export const fileClasses = { avatar: 'private', lesson_media: 'private', course_cover: 'public' } as const satisfies Record<FilePurpose, 'private' | 'public'>;

/**
 * Sizes every file is stored in. An avatar is square, 64 and 256 pixels; others are at most 480, 960 and 1600 pixels wide. Nothing
 * is ever enlarged, so sizes of a small picture may be equal.
 */
export const fileSize = z.enum(['small', 'medium', 'large']);
export type FileSize = z.infer<typeof fileSize>;
export const fileWidths = { avatar: { small: 64, large: 256 }, course_cover: { small: 480, medium: 960, large: 1600 }, lesson_media: { small: 480, medium: 960, large: 1600 } } as const satisfies Record<FilePurpose, Partial<Record<FileSize, number>>>;

/** The picture in words, for who does not see it. */
export const altText = writtenText({ min: 1, max: 500 });
/** The file's name on the member's device, shown to the member alone. */
export const fileName = writtenText({ min: 1, max: 200 });
/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Use 64 hexadecimal digits in lower case');
/** What refers to a file, as the service that attaches it names it: `avatar:<member>`, `course:<course>`. */
export const fileUse = z.string().max(200).regex(/^[a-z_]+(:[A-Za-z0-9_-]+)+$/, 'Name the kind and id of what uses the file, such as course:0190…');

/** A file on its way: the next chunk starts at `offset`. */
export const uploadProgress = z.object({
  fileId: id,
  purpose: filePurpose,
  fileName: z.string(),
  byteLength: z.int(),
  offset: z.int().describe('Bytes that are safely here; the next chunk starts with the byte of this number'),
  state: z.enum(['receiving', 'ready', 'refused']).describe('refused: what came is no picture we take; start again with another'),
  expiresAt: instant.describe('What is not complete by then is removed'),
});

/** One stored size. `cid` is the content's own name (CIDv1), for public files alone. */
export const fileVariant = z.object({ size: fileSize, width: z.int(), height: z.int(), bytes: z.int(), url: z.url(), cid: z.string().nullable() });

/** A file that can be shown. */
export const describedFile = z.object({
  fileId: id,
  ownerId: id,
  purpose: filePurpose,
  contentType: z.literal('image/webp'),
  alt: z.string().nullable(),
  width: z.int().describe('Of the largest size'),
  height: z.int(),
  sizes: z.array(fileVariant).describe('From small to large'),
  urlsExpireAt: instant.nullable().describe('Ask again before; null when the addresses stay'),
});

/** A member's own file. */
export const storedFile = describedFile.extend({
  fileName: z.string(),
  attached: z.boolean().describe('False: nothing uses it, and it is removed a day after it came or was last used'),
  createdAt: instant,
});
