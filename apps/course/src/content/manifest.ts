import type { course as courses } from '@unityplan/contracts';
import { canonical, cidOf, sha256 } from './canonical.ts';
import { joinKey, lessonsOf, splitKey, type AnswerKey, type OpenCourse, type OpenQuiz } from './course-content.ts';

/** What is published: a text that never changes and is named by its own hash. */
export interface Manifest {
  readonly cid: string;
  readonly keyHash: string;
  /** Canonical JSON of the course and the hash of its key. Holds no answer. */
  readonly text: string;
  /** Canonical JSON of the answer key. */
  readonly keyText: string;
}

/** What makes a lesson or quiz the same in two versions: progress hangs on these. */
export interface ContentIds {
  readonly lessons: ReadonlyMap<string, string>;
  readonly quizzes: ReadonlyMap<string, string>;
}

/**
 * Makes the manifest of a course. The key is hashed with the course's secret salt: without it, whoever has the manifest could try all
 * answers of a quiz until the hash fits.
 */
export function manifestOf(document: courses.CourseDocument, salt: Uint8Array): Manifest {
  const { open, key } = splitKey(document);
  const keyText = canonical(key);
  const keyHash = sha256(salt, keyText);
  const text = canonical({ format: 'unityplan-course/1', keyHash, course: open });
  return { cid: cidOf(text), keyHash, text, keyText };
}

export interface ReadManifest {
  readonly course: OpenCourse;
  readonly key: AnswerKey;
  readonly contentIds: ContentIds;
}

/** Reads what `manifestOf` wrote. */
export function readManifest(manifest: Pick<Manifest, 'text' | 'keyText'>, salt: Uint8Array): ReadManifest {
  const { course } = JSON.parse(manifest.text) as { course: OpenCourse };
  const key = JSON.parse(manifest.keyText) as AnswerKey;
  return { course, key, contentIds: contentIdsOf(course, key, salt) };
}

/** The document that a manifest was made from. */
export function documentOf({ course, key }: Pick<ReadManifest, 'course' | 'key'>): courses.CourseDocument {
  return joinKey(course, key);
}

/** A lesson is what it shows, whatever it is called; a quiz is its questions, their key and what it takes to pass. */
export function contentIdsOf(course: OpenCourse, key: AnswerKey, salt: Uint8Array): ContentIds {
  return {
    lessons: new Map(lessonsOf(course).map(({ lesson }) => [lesson.id, sha256(canonical(lesson.blocks))])),
    quizzes: new Map(course.quizzes.map((quiz) => [quiz.id, quizContentId(quiz, sha256(salt, canonical(key[quiz.id])))])),
  };
}

function quizContentId({ questions, passPercent }: OpenQuiz, keyHash: string): string {
  return sha256(canonical({ questions, passPercent, keyHash }));
}
