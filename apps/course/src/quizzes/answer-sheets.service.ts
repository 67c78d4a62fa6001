import { Injectable } from '@nestjs/common';
import { commonErrors, course as courses, Problem } from '@unityplan/contracts';
import type { OpenQuiz, QuestionKey } from '../content/course-content.ts';
import type { CourseTx } from '../db/schema.ts';
import { Versions } from '../versions/versions.views.ts';
import { answerFaults } from './answers.policy.ts';
import { AttemptsRepository } from './attempts.repository.ts';
import { AttemptsViews, type AttemptRow } from './attempts.views.ts';
import { merged } from './saving.policy.ts';
import type { Score } from './scoring.policy.ts';
import { SealedAnswers, type Sheet } from './sealed-answers.ts';

/** An attempt opened for writing: its quiz is the one of the version it was begun in, wherever the learner went since. */
export interface OpenedSheet {
  readonly row: AttemptRow;
  readonly quiz: OpenQuiz;
  readonly key: Readonly<Record<string, QuestionKey>>;
  readonly sheet: Sheet;
}
export type Answers = Readonly<Record<string, courses.Answer | null>>;

/** The sealed answers of an attempt, under the lock of its enrolment. */
@Injectable()
export class AnswerSheets {
  constructor(
    private readonly repository: AttemptsRepository,
    private readonly views: AttemptsViews,
    private readonly versions: Versions,
    private readonly sealed: SealedAnswers,
  ) {}

  async open(tx: CourseTx, memberId: string, attemptId: string): Promise<OpenedSheet> {
    const row = await this.views.find(tx.db, memberId, attemptId);
    if (!row) throw new Problem(commonErrors.not_found);
    const version = await this.versions.get(tx.territory, row.version_id, tx.db);
    const quiz = version.course.quizzes.find(({ id }) => id === row.quiz_id)!;
    return { row, quiz, key: version.key[quiz.id]!, sheet: this.sealed.open(ownerOf(tx, row), row.answers_sealed) };
  }

  /** Puts answers on the sheet. Throws `quiz_answer_outside` with every answer that does not belong to its question. */
  async put(tx: CourseTx, { row, quiz, sheet }: OpenedSheet, seq: number, answers: Answers): Promise<Sheet> {
    const faults = answerFaults(quiz, answers);
    if (faults.length > 0) throw new Problem(courses.courseErrors.quiz_answer_outside, {}, faults);
    const kept = merged(sheet.kept, seq, answers);
    if (!kept) return sheet;
    await this.repository.keep(tx, row.id, this.sealed.seal(ownerOf(tx, row), { kept }));
    return { kept };
  }

  /** Closes the attempt with its marks; nothing is written on it any more. */
  async close(tx: CourseTx, row: AttemptRow, sheet: Sheet, score: Score): Promise<void> {
    await this.repository.close(tx, row.id, this.sealed.seal(ownerOf(tx, row), { kept: sheet.kept, marks: score.marks }), score);
  }
}

function ownerOf({ territory }: CourseTx, { member_id: memberId, wrapped }: AttemptRow) {
  return { territory, memberId, wrapped };
}
