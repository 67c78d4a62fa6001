import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type course as courses, type RouteAnswer } from '@unityplan/contracts';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import { outlineQuiz } from '../catalogue/outline.policy.ts';
import type { CourseDb } from '../db/schema.ts';
import { Admission } from '../enrolments/admission.service.ts';
import { Rendering } from '../lessons/rendering.views.ts';
import { toAttemptSummary } from './attempts.mapper.ts';
import { attemptsLeft, mayStartAt } from './attempts.policy.ts';

const mostShown = 20;

@Injectable()
export class QuizzesViews {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly admission: Admission,
    private readonly rendering: Rendering,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A quiz of the learner's version before and between attempts. */
  async get(call: MemberContext, courseId: string, quizId: string): Promise<RouteAnswer<typeof courses.getQuiz>> {
    const { version, run } = await this.admission.admit(call, courseId);
    const quiz = version.course.quizzes.find(({ id }) => id === quizId);
    if (!quiz) throw new Problem(commonErrors.not_found);
    const rows = await this.db.read(call.territory, (reader) =>
      reader
        .selectFrom('course_attempts')
        .select(['id', 'number', 'content_id', 'started_at', 'submitted_at', 'percent', 'passed'])
        .where('member_id', '=', run.memberId)
        .where('course_id', '=', courseId)
        .where('run', '=', run.run)
        .where('quiz_id', '=', quizId)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    );
    // Attempts at the quiz as it was in another version are told, and count only there.
    const same = rows.filter(({ content_id }) => content_id === version.contentIds.quizzes.get(quizId));
    const submitted = same.filter(({ submitted_at }) => submitted_at);
    const left = attemptsLeft(quiz, submitted.length);
    const startAt = left === 0 ? null : mayStartAt(quiz, submitted[0]?.submitted_at?.getTime() ?? null, this.clock());
    return {
      ...outlineQuiz(quiz), courseId, versionId: version.versionId, intro: quiz.intro ? this.rendering.html(quiz.intro, quiz.id) : null, language: version.course.language,
      points: quiz.questions.reduce((sum, { points }) => sum + points, 0), passed: same.some(({ passed }) => passed === true), attemptsLeft: left, minutesBetween: quiz.minutesBetween,
      mayStartAt: startAt === null ? null : new Date(startAt).toISOString(), open: same.find(({ submitted_at }) => !submitted_at)?.id ?? null, recent: rows.slice(0, mostShown).map(toAttemptSummary),
    };
  }
}
