import { Injectable } from '@nestjs/common';
import { course as courses, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import type { MemberContext } from '@unityplan/service-kit';
import { Admission } from '../enrolments/admission.service.ts';
import { EnrolmentsViews } from '../enrolments/enrolments.views.ts';
import { CourseMetrics } from '../events.ts';
import { ProgressService } from '../progress/progress.service.ts';
import { AnswerSheets } from './answer-sheets.service.ts';
import { AttemptsViews } from './attempts.views.ts';
import { highestSeq, standing } from './saving.policy.ts';
import { scoreQuiz } from './scoring.policy.ts';

@Injectable()
export class AnsweringService {
  constructor(
    private readonly admission: Admission,
    private readonly views: AttemptsViews,
    private readonly sheets: AnswerSheets,
    private readonly progress: ProgressService,
    private readonly enrolments: EnrolmentsViews,
    private readonly outbox: Outbox,
    private readonly metrics: CourseMetrics,
  ) {}

  /** Keeps answers while someone is at it, and tells what is kept. */
  async save(call: MemberContext, attemptId: string, { seq, answers }: RouteInput<typeof courses.saveAnswers>['body']): Promise<RouteAnswer<typeof courses.saveAnswers>> {
    const { course_id } = await this.views.own(call, attemptId);
    return this.admission.within(call, course_id, async (tx) => {
      const opened = await this.sheets.open(tx, call.member.memberId, attemptId);
      if (opened.row.submitted_at) throw new Problem(courses.courseErrors.quiz_attempt_closed);
      const { kept } = await this.sheets.put(tx, opened, seq, answers);
      return { seq: highestSeq(kept), answers: Object.fromEntries(standing(kept)) };
    });
  }

  /** Hands in and marks, once; what it passes may complete the course, in the same transaction. */
  async submit(call: MemberContext, attemptId: string, { seq, answers }: RouteInput<typeof courses.submitAttempt>['body']): Promise<RouteAnswer<typeof courses.submitAttempt>> {
    const { territory, member: { memberId } } = call;
    const { course_id: courseId } = await this.views.own(call, attemptId);
    await this.admission.within(call, courseId, async (tx, { version, run }) => {
      const opened = await this.sheets.open(tx, memberId, attemptId);
      const { row, quiz, key } = opened;
      if (row.submitted_at) return;
      const sheet = await this.sheets.put(tx, opened, seq ?? highestSeq(opened.sheet.kept) + 1, answers);
      const score = scoreQuiz(quiz, key, standing(sheet.kept));
      await this.sheets.close(tx, row, sheet, score);
      // All events of one learner have one order, so the lock that publishing takes is the same for both.
      await this.outbox.publish(tx, courses.quizSubmitted, { courseId, memberId, versionId: row.version_id, attemptId, quizId: row.quiz_id, passed: score.passed });
      await this.progress.settle(tx, run, version);
      tx.onCommit(() => this.metrics.submitted(score.passed));
    });
    const attempt = await this.views.present(territory, await this.views.own(call, attemptId));
    return { ...attempt, enrolment: await this.enrolments.get(territory, memberId, courseId) };
  }
}
