import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { badge, type forum, type Gate } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { LOGGER, Permissions } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import QuickLRU from 'quick-lru';
import type { z } from 'zod';
import { categoryActions, type Gates } from './gates.policy.ts';
import type { Who } from '../who.ts';

type Verdict = Awaited<ReturnType<Permissions['check']>>;
type May = z.input<typeof forum.categoryMay>;
/** Names of badges and courses change rarely; whether a door is open is never taken from here. */
const keepMs = 10_000;

/** What someone may do in categories and, where not, what is missing and which course gives it. */
@Injectable()
export class Explained implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly told = new QuickLRU<string, { readonly verdict: Promise<badge.AccessVerdict>; readonly at: number }>({ maxSize: 5_000 });
  private stop: (() => void) | undefined;

  constructor(
    private readonly permissions: Permissions,
    private readonly rpc: RpcClient,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.permissions.onChange((territory, memberId) => {
      for (const key of this.told.keys()) if (key.startsWith(`${territory} ${memberId} `)) this.told.delete(key);
    });
  }
  onModuleDestroy(): void {
    this.stop?.();
  }

  /** For each category in the order given. Asks the badge service once for each different gate that is closed. */
  async may(who: Who, categories: readonly Gates[]): Promise<May[]> {
    const gates = categories.flatMap((one) => categoryActions.map((action) => one[action]));
    const verdicts = await this.permissions.checkAll(who.territory, who.memberId, gates);
    const told = await Promise.all(verdicts.map((verdict, i) => this.explain(who, gates[i]!, verdict)));
    return categories.map((_, n) => {
      const [read, ...others] = told.slice(n * categoryActions.length, (n + 1) * categoryActions.length) as [badge.AccessVerdict, ...badge.AccessVerdict[]];
      const both = others.map((one) => withRead(read, one));
      return Object.fromEntries(categoryActions.map((action, i) => [action, i === 0 ? read : both[i - 1]])) as May;
    });
  }

  private explain(who: Who, gate: Gate, verdict: Verdict): badge.AccessVerdict | Promise<badge.AccessVerdict> {
    const plain = { allowed: verdict.allowed, until: verdict.until === null ? null : new Date(verdict.until).toISOString(), needs: verdict.needs, lacking: [] };
    if (verdict.lacks.length === 0) return plain;
    const key = `${who.territory} ${who.memberId ?? ''} ${JSON.stringify(gate)}`;
    const known = this.told.get(key);
    if (known && performance.now() - known.at < keepMs) return known.verdict;
    const asked = this.rpc.call(badge.checkAccess, who.territory, { memberId: who.memberId ?? null, place: who.territory, gate }).then(
      (answer) => {
        if (answer.allowed) this.forget(who, key); // the badge came a moment ago
        return answer;
      },
      (error: unknown) => {
        this.told.delete(key);
        this.log.warn({ err: error }, 'the badge service is away; a refusal goes without its reasons');
        return plain;
      },
    );
    this.told.set(key, { verdict: asked, at: performance.now() });
    return asked;
  }

  private forget(who: Who, key: string): void {
    this.told.delete(key);
    if (who.memberId) this.permissions.forget(who.territory, who.memberId);
  }
}

/** Every action asks for reading too; what bars the way in is told first. */
function withRead(read: badge.AccessVerdict, one: badge.AccessVerdict): badge.AccessVerdict {
  if (!read.allowed || !one.allowed) return read.allowed ? one : read;
  const ends = [read.until, one.until].filter((end) => end !== null).sort();
  return { ...one, until: ends[0] ?? null };
}
