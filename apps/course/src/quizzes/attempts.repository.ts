import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { CourseTx } from '../db/schema.ts';
import type { Run } from '../progress/progress.policy.ts';
import type { Score } from './scoring.policy.ts';

/** A quiz as it is in one version. */
export interface QuizPlace extends Run {
  readonly versionId: string;
  readonly quizId: string;
  readonly contentId: string;
}

@Injectable()
export class AttemptsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Attempts at a quiz with this very content, newest first. */
  of(tx: CourseTx, { memberId, courseId, run, quizId, contentId }: QuizPlace) {
    return tx.db
      .selectFrom('course_attempts')
      .select(['id', 'number', 'submitted_at'])
      .where('member_id', '=', memberId)
      .where('course_id', '=', courseId)
      .where('run', '=', run)
      .where('quiz_id', '=', quizId)
      .where('content_id', '=', contentId)
      .orderBy('number', 'desc')
      .execute();
  }

  async insert(tx: CourseTx, at: QuizPlace, number: number): Promise<string> {
    const id = v7();
    await tx.db
      .insertInto('course_attempts')
      .values({
        id, member_id: at.memberId, course_id: at.courseId, run: at.run, version_id: at.versionId, quiz_id: at.quizId, content_id: at.contentId, number,
        seed: randomBytes(12).toString('hex'), answers_sealed: null, started_at: new Date(this.clock()), submitted_at: null, points: null, out_of: null, percent: null, passed: null,
      })
      .execute();
    return id;
  }

  async keep(tx: CourseTx, attemptId: string, answersSealed: string): Promise<void> {
    await tx.db.updateTable('course_attempts').set({ answers_sealed: answersSealed }).where('id', '=', attemptId).where('submitted_at', 'is', null).execute();
  }

  async close(tx: CourseTx, attemptId: string, answersSealed: string, { points, outOf, percent, passed }: Score): Promise<void> {
    await tx.db
      .updateTable('course_attempts')
      .set({ answers_sealed: answersSealed, submitted_at: new Date(this.clock()), points: String(points), out_of: outOf, percent, passed })
      .where('id', '=', attemptId)
      .where('submitted_at', 'is', null)
      .execute();
  }

  /** The member's wrapped key, made when there is none. */
  async key(tx: CourseTx, memberId: string, fresh: string): Promise<string> {
    await tx.db.insertInto('course_learners').values({ member_id: memberId, wrapped: fresh }).onConflict((conflict) => conflict.doNothing()).execute();
    return (await tx.db.selectFrom('course_learners').select('wrapped').where('member_id', '=', memberId).executeTakeFirstOrThrow()).wrapped;
  }
}
