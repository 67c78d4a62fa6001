import { z } from 'zod';
import { filesErrors } from '../files/errors.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { fieldFault } from '../kernel/errors.ts';
import { teachers } from '../kernel/gates.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, person, uiLanguage } from '../kernel/shapes.ts';
import { courseDocument, courseLimits, courseSlug, versionNote } from './document.ts';
import { courseErrors } from './errors.ts';
import { difference, lesson } from './models.ts';
import { localised, localisedText, localId } from './texts.ts';

const owner = 'course';
const ofCourse = z.object({ courseId: id });
const { course_archived, course_incomplete, course_not_author, course_slug_taken, draft_changed_meanwhile } = courseErrors;
const author = [commonErrors.not_found, course_not_author] as const;
const maxBodyBytes = courseLimits.bytes + 64 * 1024;
const revision = z.int().min(1);
const savedBy = person.nullable().describe('Null: the territory itself');

export const authoredCourse = z.object({
  courseId: id, slug: z.string(), title: localisedText, language: uiLanguage, author: savedBy, state: z.enum(['draft', 'published', 'archived']), versionNumber: z.int().nullable(), revision, savedAt: instant,
  changed: z.boolean().describe('The draft differs from the newest version'),
});
export const courseDraft = authoredCourse.extend({ savedBy, document: courseDocument });
export const savedDraft = z.object({ revision, savedAt: instant, changed: z.boolean() });
export const draftRevision = z.object({ revision, savedAt: instant, savedBy, bytes: z.int(), restoredFrom: z.object({ revision: z.int().nullable(), versionNumber: z.int().nullable() }).nullable() });
export const courseVersion = z.object({
  versionId: id, number: z.int(), cid: z.string().describe('CIDv1 of the canonical JSON of everything but the answer key'), keyHash: z.string().describe('SHA-256 of the answer key with the secret salt of the course'),
  publishedAt: instant, publishedBy: savedBy, note: z.string().nullable(), learners: z.int().describe('Who are in this version now'), difference: difference.nullable().describe('To the version before; null for the first'),
});
/** What is in the way of publishing (`faults`) and what is worth a look (`advice`). Paths start at the document. */
export const draftCheck = z.object({ revision, faults: z.array(fieldFault), advice: z.array(fieldFault), difference: difference.nullable().describe('To the newest version; null before the first') });

export const createCourse = defineRoute({
  owner, id: 'createCourse', method: 'POST', path: '/courses', access: { gate: teachers }, about: 'Begins a course with a draft. Nobody but its author and teachers sees it until it is published.', idempotencyKey: true,
  body: z.object({ title: localised(150), language: uiLanguage, slug: courseSlug.optional().describe('From the title when left out') }), answer: courseDraft, status: 201,
  errors: [course_slug_taken, commonErrors.idempotency_key_reused],
});
export const importCourse = defineRoute({
  owner, id: 'importCourse', method: 'POST', path: '/courses/imports', access: { gate: teachers }, maxBodyBytes,
  about: 'Takes a whole course as a document and publishes it: a new one, or a new version of the own course at this address. The same document again changes nothing; one that cannot be published yet stays as the draft. Pictures must be own files.',
  body: z.object({ slug: courseSlug, document: courseDocument, note: versionNote.optional() }), answer: z.object({ courseId: id, slug: z.string(), versionId: id, number: z.int(), published: z.boolean().describe('False: this very content was published before') }), status: 200,
  errors: [course_slug_taken, course_not_author, course_incomplete, filesErrors.file_gone, filesErrors.file_not_ready, filesErrors.file_not_yours, filesErrors.file_purpose_wrong],
});
export const listAuthoredCourses = defineRoute({
  owner, id: 'listAuthoredCourses', method: 'GET', path: '/authored-courses', access: 'member', about: 'Courses the caller may edit, last saved first: the own ones, for teachers and managers all.',
  query: pageQuery.extend({ state: z.enum(['draft', 'published', 'archived']).optional() }), answer: pageOf(authoredCourse), errors: [commonErrors.cursor_invalid],
});
export const getDraft = defineRoute({ owner, id: 'getDraft', method: 'GET', path: '/courses/{courseId}/draft', access: 'member', about: 'The draft, with its answer keys.', params: ofCourse, answer: courseDraft, errors: author });
export const saveDraft = defineRoute({
  owner, id: 'saveDraft', method: 'PUT', path: '/courses/{courseId}/draft', access: 'member', idempotencyKey: true, maxBodyBytes,
  about: 'Saves the draft as a whole; `revision` is the one it was made from. A draft that is newer by then is told, with who saved it and when, and stays; ask for it with `getDraft`.',
  params: ofCourse, body: z.object({ revision, document: courseDocument }), answer: savedDraft, errors: [...author, draft_changed_meanwhile, commonErrors.idempotency_key_reused, commonErrors.body_too_large],
});
export const previewLesson = defineRoute({
  owner, id: 'previewLesson', method: 'GET', path: '/courses/{courseId}/draft/lessons/{lessonId}', access: 'member', about: 'A lesson of the draft as learners will see it.', params: ofCourse.extend({ lessonId: localId }), answer: lesson, errors: author,
});
export const checkDraft = defineRoute({ owner, id: 'checkDraft', method: 'GET', path: '/courses/{courseId}/draft/check', access: 'member', about: 'Everything that is in the way of publishing the draft, and what publishing it would change.', params: ofCourse, answer: draftCheck, errors: author });
export const listDraftRevisions = defineRoute({
  owner, id: 'listDraftRevisions', method: 'GET', path: '/courses/{courseId}/draft/revisions', access: 'member', about: 'The last 50 saves, newest first.', params: ofCourse, query: pageQuery, answer: pageOf(draftRevision), errors: [...author, commonErrors.cursor_invalid],
});
export const getDraftRevision = defineRoute({
  owner, id: 'getDraftRevision', method: 'GET', path: '/courses/{courseId}/draft/revisions/{revision}', access: 'member', about: 'The draft as it was.', params: ofCourse.extend({ revision: z.coerce.number().int().min(1).max(2_000_000_000) }), answer: draftRevision.extend({ document: courseDocument }), errors: author,
});
export const restoreDraft = defineRoute({
  owner, id: 'restoreDraft', method: 'POST', path: '/courses/{courseId}/draft/restoration', access: 'member', about: 'Makes an earlier save or any published version the draft again, as a new revision: nothing is overwritten.',
  params: ofCourse, body: z.object({ revision: revision.describe('The revision of the draft that was on screen'), from: z.union([z.strictObject({ revision }), z.strictObject({ versionId: id })]) }), answer: courseDraft, status: 200, errors: [...author, draft_changed_meanwhile],
});
export const publishCourse = defineRoute({
  owner, id: 'publishCourse', method: 'POST', path: '/courses/{courseId}/versions', access: 'member', about: 'Publishes the draft as a version that never changes. Content that was published before answers that version.',
  params: ofCourse, body: z.object({ revision: revision.describe('The revision that was on screen'), note: versionNote.optional() }), answer: courseVersion, status: 200,
  errors: [...author, course_archived, course_incomplete, draft_changed_meanwhile, filesErrors.file_gone, filesErrors.file_not_ready, filesErrors.file_not_yours, filesErrors.file_purpose_wrong],
});
export const listVersions = defineRoute({ owner, id: 'listVersions', method: 'GET', path: '/courses/{courseId}/versions', access: 'member', about: 'All versions, newest first.', params: ofCourse, query: pageQuery, answer: pageOf(courseVersion), errors: [...author, commonErrors.cursor_invalid] });
export const getVersion = defineRoute({
  owner, id: 'getVersion', method: 'GET', path: '/courses/{courseId}/versions/{versionId}', access: 'member', about: 'A version with its whole document and answer keys, for its author.', params: ofCourse.extend({ versionId: id }), answer: courseVersion.extend({ document: courseDocument }), errors: author,
});
export const archiveCourse = defineRoute({ owner, id: 'archiveCourse', method: 'PUT', path: '/courses/{courseId}/archive', access: 'member', about: 'Takes a course out of the catalogue: no new learners, and who is in it can finish. For its author and managers.', params: ofCourse, errors: author });
export const unarchiveCourse = defineRoute({ owner, id: 'unarchiveCourse', method: 'DELETE', path: '/courses/{courseId}/archive', access: 'member', about: 'Opens an archived course again, while its badge can be had by it.', params: ofCourse, errors: [...author, course_incomplete] });
