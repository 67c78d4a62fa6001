import { course as courses, exampleId, files } from '@unityplan/contracts';
import { caller, deliver } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCourse } from '../src/app.ts';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { document } from '../src/testing/documents.ts';
import { stored } from './files-stand-in.ts';

let world: CourseWorld;
beforeAll(async () => void (world = await startCourseWorld()));
afterAll(() => world?.stop());

let made = 100;
function picture(ownerId: string, purpose: files.FilePurpose): string {
  const id = exampleId(++made);
  stored.set(id, { ownerId, purpose, uses: new Set() });
  return id;
}
function illustrated(cover: string, image: string): courses.CourseDocument {
  const doc = document({ cover });
  doc.modules[0]!.lessons[0]!.blocks.push({ kind: 'image', id: 'pic', fileId: image, alt: { en: 'A harbour', da: 'En havn' } });
  return doc;
}

it('keeps the pictures of drafts and versions, shows them, and lets go of what nobody shows', async () => {
  const [tove, tim, bo] = [await world.teacher(), await world.teacher('tim'), await world.person('bo')];
  const { call } = world;
  const { courseId } = await must(call(courses.createCourse, { as: tove, body: { title: { en: 'Pictures' }, language: 'en' } }));
  const [cover, image, dropped] = [picture(tove.memberId, 'course_cover'), picture(tove.memberId, 'lesson_media'), picture(tove.memberId, 'lesson_media')];
  const use = `course:${courseId}`;
  await must(call(courses.saveDraft, { as: tove, params: { courseId }, body: { revision: 1, document: illustrated(cover, dropped) } }));
  expect(stored.get(dropped)!.uses).toEqual(new Set([use]));
  await must(call(courses.saveDraft, { as: tove, params: { courseId }, body: { revision: 2, document: illustrated(cover, image) } }));
  expect(await must(call(courses.previewLesson, { as: tove, params: { courseId, lessonId: 'one' } }))).toMatchObject({ blocks: [{}, { kind: 'image', alt: { en: 'A harbour' }, picture: { fileId: image, width: 1600 } }] });
  // Another teacher may publish what the author has put in.
  const { versionId } = await must(call(courses.publishCourse, { as: tim, params: { courseId }, body: { revision: 3 } }));
  expect([cover, image, dropped].map((id) => [...stored.get(id)!.uses])).toEqual([[use], [use], [use]]);
  // The draft that showed it is in the history; when it leaves that, the picture may go.
  for (let i = 3; i < 53; i++) await must(call(courses.saveDraft, { as: tove, params: { courseId }, body: { revision: i, document: { ...illustrated(cover, image), minutes: i } } }));
  await must(call(courses.publishCourse, { as: tove, params: { courseId }, body: { revision: 53 } }));
  expect([...stored.get(dropped)!.uses]).toEqual([]);
  expect([...stored.get(image)!.uses]).toEqual([use]);
  // Put in again, it is kept again.
  await must(call(courses.saveDraft, { as: tove, params: { courseId }, body: { revision: 53, document: illustrated(cover, dropped) } }));
  expect([...stored.get(dropped)!.uses]).toEqual([use]);

  const page = await must(call(courses.getCourse, { params: { course: courseId } }));
  expect(page.cover).toMatchObject({ fileId: cover, width: 1600, urlsExpireAt: null, sizes: [{ size: 'small', url: expect.stringContaining('/c/bafk') as string }, { size: 'large' }] });
  expect((await must(call(courses.listCourses, { query: { text: 'hosting' } }))).items[0]!.cover).toEqual(page.cover);
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  const lesson = await must(call(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } }));
  expect(lesson.blocks[1]).toMatchObject({ kind: 'image', picture: { fileId: image, urlsExpireAt: expect.any(String) as string, sizes: [{ url: expect.stringMatching(/\/f\/.*\?e=.*&s=/) as string }, {}] } });

  await deliver(world.service('course').messaging, files.fileErased, { fileId: image, ownerId: tove.memberId, purpose: 'lesson_media', reason: 'deleted' });
  expect((await must(call(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } }))).blocks[1]).toMatchObject({ kind: 'image', picture: null, alt: { en: 'A harbour' } });
  await deliver(world.service('course').messaging, files.fileErased, { fileId: cover, ownerId: tove.memberId, purpose: 'course_cover', reason: 'deleted' });
  // Also a service that starts after it knows.
  const restarted = await startCourse({ config: world.config, port: 0, resources: world.resources });
  const again = caller(() => [restarted], world.config.podSecret);
  expect((await must(again(courses.getCourse, { params: { course: courseId } }))).cover).toBeNull();
  expect((await must(again(courses.listCourses, { query: { text: 'hosting' } }))).items[0]!.cover).toBeNull();
  expect((await must(again(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } }))).blocks[1]).toMatchObject({ picture: null });
  await restarted.close();
  expect(await must(call(courses.getVersion, { as: tove, params: { courseId, versionId } }))).toMatchObject({ number: 1 });
});

it('names pictures that are gone or someone else’s, and saves the draft all the same', async () => {
  const [tove, tim] = [await world.teacher(), await world.teacher('tim')];
  const { call } = world;
  const { courseId } = await must(call(courses.createCourse, { as: tove, body: { title: { en: 'Gone' }, language: 'en' } }));
  const publish = (revision: number) => call(courses.publishCourse, { as: tove, params: { courseId }, body: { revision } });
  const save = (revision: number, doc: courses.CourseDocument) => must(call(courses.saveDraft, { as: tove, params: { courseId }, body: { revision, document: doc } }));
  await save(1, illustrated(exampleId(9_001), exampleId(9_002)));
  expect((await publish(2)).problem).toMatchObject({ code: 'course_incomplete', faults: [{ path: 'cover' }, { path: 'modules.0.lessons.0.blocks.1.fileId' }] });
  await save(2, illustrated(picture(tove.memberId, 'course_cover'), picture(tim.memberId, 'lesson_media')));
  expect((await publish(3)).problem).toMatchObject({ status: 403, code: 'file_not_yours' });
  await save(3, illustrated(picture(tove.memberId, 'lesson_media'), picture(tove.memberId, 'lesson_media')));
  expect((await publish(4)).problem).toMatchObject({ status: 409, code: 'file_purpose_wrong' });
});
