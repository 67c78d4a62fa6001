import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { contractOf } from './route.ts';

/**
 * Holds answers to their contract: fields that are not in it are dropped always; an answer that does not fit is an error
 * while developing and testing, and passes in production (its faults would help nobody there).
 */
export class AnswerCheck implements NestInterceptor {
  private readonly strict: boolean;
  constructor(strict: boolean) {
    this.strict = strict;
  }
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = contractOf(context.getHandler());
    if (!contract || contract.answer instanceof z.ZodUndefined) return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => {
        const parsed = contract.answer.safeParse(answer);
        if (parsed.success) return parsed.data;
        if (this.strict) throw new Error(`${contract.id}: the answer does not fit its contract: ${z.prettifyError(parsed.error)}`);
        return answer;
      }),
    );
  }
}
