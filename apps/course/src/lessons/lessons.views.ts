import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type course as courses, type RouteAnswer } from '@unityplan/contracts';
import { DB, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { outlineQuiz } from '../catalogue/outline.policy.ts';
import { filesOf, lessonsOf, splitKey, type OpenCourse } from '../content/course-content.ts';
import type { CourseDb } from '../db/schema.ts';
import { Authors } from '../drafts/authors.service.ts';
import { DraftFiles } from '../drafts/draft-files.service.ts';
import { DraftsViews } from '../drafts/drafts.views.ts';
import { Admission, type Admitted } from '../enrolments/admission.service.ts';
import { doneIn } from '../enrolments/enrolments.views.ts';
import { standingIn } from '../progress/progress.policy.ts';
import { Versions, type PublishedVersion } from '../versions/versions.views.ts';
import { Rendering, type PictureOf } from './rendering.views.ts';

type Lesson = RouteAnswer<typeof courses.getLesson>;
interface Shown {
  readonly courseId: string;
  readonly versionId: string;
  readonly course: OpenCourse;
  readonly lessons: PublishedVersion['lessons'];
}

@Injectable()
export class LessonsViews {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly admission: Admission,
    private readonly versions: Versions,
    private readonly rendering: Rendering,
    private readonly authors: Authors,
    private readonly files: DraftFiles,
    private readonly drafts: DraftsViews,
  ) {}

  /** A lesson for a learner, or one that is a preview for anyone. */
  async get(call: CallContext, courseId: string, lessonId: string): Promise<Lesson> {
    const { territory, member } = call;
    const admitted = member ? await this.admittedOr(call as MemberContext, courseId) : new Problem(commonErrors.not_signed_in);
    if (admitted instanceof Problem) return this.preview(territory, courseId, lessonId, admitted);
    const { row, version } = admitted;
    const { viewed, done } = standingIn(version, doneIn(row));
    return { ...this.show(version, lessonId, (id) => this.versions.picture(territory, version.pictures, id)), viewed: viewed.includes(lessonId), done: done.includes(lessonId) };
  }

  /** A lesson of the draft as it will look; without its pictures while the files service is away. */
  async draft(call: MemberContext, courseId: string, lessonId: string): Promise<Lesson> {
    const { current_version_id, id } = await this.authors.require(call, courseId);
    const { document } = await this.drafts.newest(call.territory, id);
    const { open: course } = splitKey(document);
    const pictures = await this.files.describe(call.territory, filesOf(course).media).catch(() => ({}));
    const shown = { courseId, versionId: current_version_id ?? courseId, course, lessons: lessonsOf(course) };
    return { ...this.show(shown, lessonId, (fileId) => this.versions.picture(call.territory, pictures, fileId)), viewed: false, done: false };
  }

  /** What keeps a member out is told later, unless the lesson is open to all. */
  private async admittedOr(call: MemberContext, courseId: string): Promise<Admitted | Problem> {
    try {
      return await this.admission.admit(call, courseId);
    } catch (error) {
      if (error instanceof Problem && error.contract.status < 500) return error;
      throw error;
    }
  }

  private async preview(territory: string, courseId: string, lessonId: string, otherwise: Problem): Promise<Lesson> {
    const course = await this.db.read(territory, (reader) => reader.selectFrom('courses').select('current_version_id').where('id', '=', courseId).executeTakeFirst());
    if (!course?.current_version_id) throw new Problem(commonErrors.not_found);
    const version = await this.versions.get(territory, course.current_version_id);
    const lesson = version.lessons.find((one) => one.lesson.id === lessonId)?.lesson;
    if (!lesson?.preview) throw otherwise;
    return { ...this.show(version, lessonId, (id) => this.versions.picture(territory, version.pictures, id)), viewed: false, done: false };
  }

  private show({ courseId, versionId, course, lessons }: Shown, lessonId: string, pictureOf: PictureOf): Omit<Lesson, 'viewed' | 'done'> {
    const place = lessons.findIndex(({ lesson }) => lesson.id === lessonId);
    const at = lessons[place];
    if (!at) throw new Problem(commonErrors.not_found);
    const { lesson, moduleId } = at;
    const quizOf = (id: string) => { const quiz = course.quizzes.find((one) => one.id === id); return quiz && outlineQuiz(quiz); };
    return {
      courseId, versionId, lessonId, moduleId, title: lesson.title, language: course.language, minutes: lesson.minutes, preview: lesson.preview,
      blocks: this.rendering.blocks(lesson, pictureOf, quizOf), previous: lessons[place - 1]?.lesson.id ?? null, next: lessons[place + 1]?.lesson.id ?? null,
    };
  }
}
