import { Injectable } from '@nestjs/common';
import type { forum, PayloadOf } from '@unityplan/contracts';
import type { NotificationTx } from '../db/schema.ts';
import { Audience } from '../neighbours/audience.views.ts';
import { moderated, waiting } from './happening.policy.ts';
import { TakingBackService } from './taking-back.service.ts';
import { TellingService } from './telling.service.ts';

/** Flags and appeals: moderators hear that work waits, until it is done; members hear what was decided. Nobody hears who flagged. */
@Injectable()
export class ModerationNewsService {
  constructor(
    private readonly telling: TellingService,
    private readonly takingBack: TakingBackService,
    private readonly audience: Audience,
  ) {}

  /** One case, however many flags it has. Not for who flagged, nor for the author, who may not decide it. */
  async flagged(tx: NotificationTx, { caseId, categoryId, flaggerId, authorId }: PayloadOf<typeof forum.flagCreated>): Promise<void> {
    await this.tellModerators(tx, waiting('flag', caseId, categoryId), categoryId, [flaggerId, authorId]);
  }

  async flagDecided(tx: NotificationTx, { caseId, decisionId, moderatorId, categoryId, outcome, flaggerIds }: PayloadOf<typeof forum.flagDecided>): Promise<void> {
    await this.takingBack.remove(tx, caseId, 'queue', 'it was decided');
    await this.telling.tell(tx, moderated('flag_decided', decisionId, moderatorId, { categoryId, outcome }), flaggerIds, 'flag_decided');
  }

  /** Another moderator than who decided must look. */
  async appealed(tx: NotificationTx, { appealId, categoryId, moderatorId, authorId }: PayloadOf<typeof forum.appealCreated>): Promise<void> {
    await this.tellModerators(tx, waiting('appeal', appealId, categoryId), categoryId, [moderatorId, authorId]);
  }

  async appealDecided(tx: NotificationTx, { appealId, decisionId, moderatorId, categoryId, outcome, authorId }: PayloadOf<typeof forum.appealDecided>): Promise<void> {
    await this.takingBack.remove(tx, appealId, 'queue', 'it was decided');
    await this.telling.tell(tx, moderated('appeal_decided', decisionId, moderatorId, { categoryId, outcome }), [authorId], 'appeal_decided');
  }

  private async tellModerators(tx: NotificationTx, happening: Parameters<TellingService['tell']>[1], categoryId: string, but: readonly string[]): Promise<void> {
    const moderators = await this.audience.moderators(tx.territory, categoryId);
    await this.telling.tell(tx, happening, [...moderators].filter((memberId) => !but.includes(memberId)), 'moderation_queue');
  }
}
