import { createHash } from 'node:crypto';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { answerTypeOf } from '@unityplan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import QuickLRU from 'quick-lru';
import { defer, finalize, from, lastValueFrom, type Observable } from 'rxjs';
import type { CallContext } from '../auth/call-context.ts';
import { contractOf } from './route.ts';

/** No guest gets an older answer than this, also when another process wrote. */
const freshMs = 1_000;
const mostAnswers = 500;
const mostCharacters = 512 * 1024;

interface Made { readonly tag: string; readonly text: string; readonly at: number }
type Call = CallContext & { reply: FastifyReply & { unchanged?: boolean } };

/**
 * Answers of `revalidated` routes to guests, who all get the same: made once a second at most, and sent as 304 without a body to
 * whoever has them already. Any call of this service that may change something makes it forget the territory's answers.
 */
export class GuestAnswers implements NestInterceptor {
  private readonly made = new QuickLRU<string, Made>({ maxSize: mostAnswers });
  private readonly making = new Map<string, Promise<Made>>();
  private readonly generations = new Map<string, number>();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = contractOf(context.getHandler());
    if (!contract) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest & { call: Call }>();
    const { call } = request;
    if (contract.method !== 'GET') return next.handle().pipe(finalize(() => this.forget(call.territory)));
    if (!contract.revalidated) return next.handle();
    void call.reply.header('vary', 'accept-language, authorization, cookie').header('cache-control', call.member ? 'private, no-cache' : 'public, no-cache');
    const type = `${answerTypeOf(contract)}; charset=utf-8`;
    if (call.member) {
      if (typeof contract.answer === 'object' && answerTypeOf(contract) !== 'application/json') void call.reply.header('content-type', type);
      return next.handle();
    }
    return defer(() => from(this.answer(`${call.territory} ${call.language} ${request.url}`, call, type, request.headers['if-none-match'], next)));
  }

  /** The next guest of the territory gets an answer made anew. */
  forget(territory: string): void {
    this.generations.set(territory, this.generationOf(territory) + 1);
    for (const key of this.made.keys()) if (key.startsWith(`${territory} `)) this.made.delete(key);
  }

  private async answer(key: string, call: Call, type: string, held: string | undefined, next: CallHandler): Promise<string | undefined> {
    const known = this.made.get(key);
    const { tag, text } = known && performance.now() - known.at < freshMs ? known : await this.makeOnce(key, call.territory, next);
    void call.reply.header('etag', tag);
    if (held?.split(',').some((one) => one.trim() === tag || one.trim() === '*')) {
      call.reply.unchanged = true;
      return undefined;
    }
    void call.reply.header('content-type', type);
    return text;
  }

  /** Guests who ask at the same time wait for one answer. */
  private makeOnce(key: string, territory: string, next: CallHandler): Promise<Made> {
    const generation = this.generationOf(territory);
    const slot = `${generation} ${key}`;
    const running = this.making.get(slot);
    if (running) return running;
    const at = performance.now();
    const making = lastValueFrom(next.handle())
      .then((answer: unknown) => {
        const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
        const made = { tag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`, text, at };
        // What began before a change may show what was before it.
        if (generation === this.generationOf(territory) && text.length <= mostCharacters) this.made.set(key, made);
        return made;
      })
      .finally(() => this.making.delete(slot));
    this.making.set(slot, making);
    return making;
  }

  private generationOf(territory: string): number {
    return this.generations.get(territory) ?? 0;
  }
}
