import { Injectable } from '@nestjs/common';
import { commonErrors, Problem, type course as courses, type RouteAnswer } from '@unityplan/contracts';
import type { MemberContext } from '@unityplan/service-kit';
import { Admission } from '../enrolments/admission.service.ts';
import { EnrolmentsViews, type Enrolment } from '../enrolments/enrolments.views.ts';
import { shownProgress } from '../progress/progress.policy.ts';
import { ProgressService } from '../progress/progress.service.ts';
import type { PublishedVersion } from '../versions/versions.views.ts';

@Injectable()
export class LessonsService {
  constructor(
    private readonly admission: Admission,
    private readonly progress: ProgressService,
    private readonly enrolments: EnrolmentsViews,
  ) {}

  /** Notes where the learner is. Having looked at the last lesson completes nothing by itself. */
  savePosition(call: MemberContext, courseId: string, at: { lessonId: string; blockId: string | null }): Promise<RouteAnswer<typeof courses.savePosition>> {
    return this.admission.within(call, courseId, async (tx, { version, run }) => {
      const lesson = lessonIn(version, at.lessonId);
      const blockId = lesson.blocks.some(({ id }) => id === at.blockId) ? at.blockId : null;
      await this.progress.viewed(tx, run, version, { lessonId: lesson.id, blockId });
      return shownProgress(await this.progress.settle(tx, run, version));
    });
  }

  /** Marks a lesson as done, and the course as completed when that was the last thing. */
  async finish(call: MemberContext, courseId: string, lessonId: string): Promise<Enrolment> {
    await this.admission.within(call, courseId, async (tx, { version, run }) => {
      await this.progress.done(tx, run, version, lessonIn(version, lessonId).id);
      await this.progress.settle(tx, run, version);
    });
    return this.enrolments.get(call.territory, call.member.memberId, courseId);
  }
}

function lessonIn(version: PublishedVersion, lessonId: string): courses.CourseLesson {
  const found = version.lessons.find(({ lesson }) => lesson.id === lessonId);
  if (!found) throw new Problem(commonErrors.not_found);
  return found.lesson;
}
