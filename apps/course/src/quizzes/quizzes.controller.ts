import { Controller } from '@nestjs/common';
import { course as courses, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { AnsweringService } from './answering.service.ts';
import { AttemptsService } from './attempts.service.ts';
import { AttemptsViews } from './attempts.views.ts';
import { QuizzesViews } from './quizzes.views.ts';

@Controller()
export class QuizzesController {
  constructor(
    private readonly quizzes: QuizzesViews,
    private readonly attempts: AttemptsService,
    private readonly answering: AnsweringService,
    private readonly views: AttemptsViews,
  ) {}

  @Route(courses.getQuiz)
  get(@In() { params }: RouteInput<typeof courses.getQuiz>, @Ctx() call: MemberContext) {
    return this.quizzes.get(call, params.courseId, params.quizId);
  }

  @Route(courses.startAttempt)
  start(@In() { params }: RouteInput<typeof courses.startAttempt>, @Ctx() call: MemberContext) {
    return this.attempts.start(call, params.courseId, params.quizId);
  }

  @Route(courses.getAttempt)
  attempt(@In() { params }: RouteInput<typeof courses.getAttempt>, @Ctx() call: MemberContext) {
    return this.views.get(call, params.attemptId);
  }

  @Route(courses.saveAnswers)
  save(@In() { params, body }: RouteInput<typeof courses.saveAnswers>, @Ctx() call: MemberContext) {
    return this.answering.save(call, params.attemptId, body);
  }

  @Route(courses.submitAttempt)
  submit(@In() { params, body }: RouteInput<typeof courses.submitAttempt>, @Ctx() call: MemberContext) {
    return this.answering.submit(call, params.attemptId, body);
  }
}
