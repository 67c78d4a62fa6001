import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, course as courses, Problem } from '@unityplan/contracts';
import { CLOCK, once, type Clock, type MemberContext } from '@unityplan/service-kit';
import { Admission } from '../enrolments/admission.service.ts';
import { AttemptsRepository } from './attempts.repository.ts';
import { AttemptsViews, type Attempt } from './attempts.views.ts';
import { whyNotStart } from './attempts.policy.ts';
import { SealedAnswers } from './sealed-answers.ts';

@Injectable()
export class AttemptsService {
  constructor(
    private readonly repository: AttemptsRepository,
    private readonly views: AttemptsViews,
    private readonly admission: Admission,
    private readonly sealed: SealedAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins an attempt at the quiz as it is in the learner's version, or answers the one that is open. */
  async start(call: MemberContext, courseId: string, quizId: string): Promise<Attempt> {
    const { territory, member: { memberId } } = call;
    const attemptId = await this.admission.within(call, courseId, async (tx, { version, run }) => {
      const quiz = version.course.quizzes.find(({ id }) => id === quizId);
      if (!quiz) throw new Problem(commonErrors.not_found);
      const request = { table: 'course_requests', memberId, route: courses.startAttempt.id, key: call.idempotencyKey, body: { courseId, quizId } };
      return once(tx.db, request, async () => {
        const at = { ...run, versionId: version.versionId, quizId, contentId: version.contentIds.quizzes.get(quizId)! };
        const attempts = await this.repository.of(tx, at);
        const open = attempts.find(({ submitted_at }) => !submitted_at);
        if (open) return open.id;
        const refusal = whyNotStart(quiz, attempts.length, attempts[0]?.submitted_at?.getTime() ?? null, this.clock());
        if (refusal) throw refusal;
        await this.repository.key(tx, memberId, this.sealed.newKey(territory, memberId));
        return this.repository.insert(tx, at, (attempts[0]?.number ?? 0) + 1);
      });
    });
    return this.views.present(territory, await this.views.own(call, attemptId));
  }
}
