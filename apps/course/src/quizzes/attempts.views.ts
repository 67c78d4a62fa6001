import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type course as courses, type RouteAnswer } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { CourseDb, CourseReader } from '../db/schema.ts';
import { Admission } from '../enrolments/admission.service.ts';
import { Rendering } from '../lessons/rendering.views.ts';
import { Versions, type PublishedVersion } from '../versions/versions.views.ts';
import { toAttempt, toResult } from './attempts.mapper.ts';
import { attemptsLeft } from './attempts.policy.ts';
import { highestSeq, standing } from './saving.policy.ts';
import { SealedAnswers } from './sealed-answers.ts';

export type AttemptRow = NonNullable<Awaited<ReturnType<AttemptsViews['find']>>>;
export type Attempt = RouteAnswer<typeof courses.getAttempt>;

@Injectable()
export class AttemptsViews {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly admission: Admission,
    private readonly versions: Versions,
    private readonly sealed: SealedAnswers,
    private readonly rendering: Rendering,
  ) {}

  /** A member's own attempt with the key that opens it, and how the attempts at the same quiz went. */
  find(reader: CourseReader, memberId: string, attemptId: string) {
    const same = sql`same.member_id = attempt.member_id and same.course_id = attempt.course_id and same.run = attempt.run and same.quiz_id = attempt.quiz_id and same.content_id = attempt.content_id`;
    return reader
      .selectFrom('course_attempts as attempt')
      .innerJoin('course_learners as learner', 'learner.member_id', 'attempt.member_id')
      .selectAll('attempt')
      .select('learner.wrapped')
      .select([
        sql<number>`(select count(*)::int from course_attempts same where ${same} and same.submitted_at is not null)`.as('used'),
        sql<boolean>`exists (select from course_attempts same where ${same} and same.passed)`.as('passed_once'),
      ])
      .where('attempt.id', '=', attemptId)
      .where('attempt.member_id', '=', memberId)
      .executeTakeFirst();
  }

  /** The attempt of a member who is let into its course. */
  async get(call: MemberContext, attemptId: string): Promise<Attempt> {
    const row = await this.own(call, attemptId);
    await this.admission.admit(call, row.course_id);
    return this.present(call.territory, row);
  }

  async own({ territory, member: { memberId } }: MemberContext, attemptId: string): Promise<AttemptRow> {
    const row = await this.db.read(territory, (reader) => this.find(reader, memberId, attemptId));
    if (!row) throw new Problem(commonErrors.not_found);
    return row;
  }

  async present(territory: string, row: AttemptRow): Promise<Attempt> {
    return this.show(territory, row, await this.versions.get(territory, row.version_id));
  }

  private show(territory: string, row: AttemptRow, version: PublishedVersion): Attempt {
    const quiz = version.course.quizzes.find(({ id }) => id === row.quiz_id)!;
    const { kept, marks } = this.sealed.open({ territory, memberId: row.member_id, wrapped: row.wrapped }, row.answers_sealed);
    const saved = { seq: highestSeq(kept), answers: Object.fromEntries(standing(kept)) };
    const attempt = toAttempt(row, version, quiz, (prompt, id) => this.rendering.html(prompt, `${row.quiz_id}-${id}`));
    // The right answers are told when knowing them changes nothing any more.
    const reveal = row.passed_once || attemptsLeft(quiz, row.used) === 0;
    return { ...attempt, saved, result: marks ? toResult(row, quiz, marks, version.key[quiz.id]!, reveal) : null };
  }
}
