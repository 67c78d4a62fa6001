import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { documentAdvice, documentFaults } from '../content/document-faults.ts';
import { lessonsOf } from '../content/course-content.ts';
import { readCourseFolders } from './course-folder.ts';

it('reads the course that comes with the platform, complete in both languages', async () => {
  const found = await readCourseFolders(join(import.meta.dirname, '../../content'));
  const hosting = found.find(({ slug }) => slug === 'hosting-a-good-conversation')!;
  expect(documentFaults(hosting.document)).toEqual([]);
  expect(documentAdvice(hosting.document)).toEqual([]);
  expect(lessonsOf(hosting.document)).toHaveLength(6);
  expect(hosting.document.gives).toEqual({ badge: 'community-host', level: 1 });
  const kinds = hosting.document.quizzes[0]!.questions.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['single', 'multiple', 'matching', 'ordering', 'text', 'number']));
});

it('says in a sentence which folder or course does not fit', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'courses-'));
  await expect(readCourseFolders(join(folder, 'none'))).rejects.toThrow(/^COURSES_DIR: the folder .*none cannot be read \(ENOENT/);
  await mkdir(join(folder, 'half'));
  await writeFile(join(folder, 'half/course.json'), '{"id":"half"}');
  await expect(readCourseFolders(folder)).rejects.toThrow(/^COURSES_DIR: the course in .*half does not fit \(title: .*; summary: /);
  await rm(folder, { recursive: true });
});
