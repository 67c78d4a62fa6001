import { Inject, Injectable } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { CaseIntake } from '../cases/intake.service.ts';
import { Confidential } from '../confidential/confidential.service.ts';
import type { ForumTx } from '../db/schema.ts';
import { factsOf, type JudgedPost } from '../hiding/hiding.service.ts';
import { FlagsRepository } from './flags.repository.ts';

/** Writes a flag into the open case of its post. */
@Injectable()
export class FlagWriter {
  constructor(
    private readonly cases: CaseIntake,
    private readonly confidential: Confidential,
    private readonly repository: FlagsRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Under the post's lock. Answers the id of the member's flag, which may be an earlier one. */
  async write(tx: ForumTx, post: JudgedPost, memberId: string, { kind, text }: RouteInput<typeof forum.flagPost>['body']): Promise<string> {
    const caseId = await this.cases.ofFlags(tx, post);
    const earlier = await this.repository.find(tx, caseId, memberId);
    if (earlier) return earlier.id;
    const flagId = v7();
    const sealed = text === null ? null : await this.confidential.seal(tx, memberId, 'forum_flags', text);
    await this.repository.insert(tx, { id: flagId, case_id: caseId, flagger_id: memberId, kind, text_sealed: sealed, flagged_at: new Date(this.clock()) });
    await this.outbox.publish(tx, forum.flagCreated, { ...factsOf(post), caseId, flagId, flaggerId: memberId });
    return flagId;
  }
}
