import { Injectable } from '@nestjs/common';
import { badge as badges, commonErrors, Problem, type Sentence } from '@unityplan/contracts';
import { sayMissing } from '@unityplan/permissions';
import type { BadgeTx } from '../db/schema.ts';
import { DefinitionsViews } from '../definitions/definitions.views.ts';
import { Granting, isTakenBack } from './granting.service.ts';

const { badge_archived, badge_not_by_hand, award_prerequisites_missing } = badges.badgeErrors;

/** A badge that a manager or the operator gives. */
export interface HandAward {
  readonly badge: string;
  /** The badge's own when left out. */
  readonly level: number | undefined;
  readonly place: string;
  /** Null: the operator of the pod. */
  readonly byId: string | null;
  readonly reason: string;
  readonly expiresAt: Date | null;
  /** The operator may give what others can only earn. */
  readonly mayGiveEarned: boolean;
}

/** Awards that someone decides on. */
@Injectable()
export class Giving {
  constructor(
    private readonly granting: Granting,
    private readonly definitions: DefinitionsViews,
  ) {}

  /** Throws not_found, badge_archived, badge_not_by_hand or award_prerequisites_missing. Answers the award's id. */
  async byHand(tx: BadgeTx, memberId: string, award: HandAward): Promise<string> {
    const definition = await this.definitions.current(tx.db, award.badge);
    if (!definition) throw new Problem(commonErrors.not_found);
    if (definition.state !== 'active') throw new Problem(badge_archived, { badge: definition.name });
    const member = await this.granting.lock(tx, memberId);
    // What was taken back comes back by hand, also when it is otherwise earned.
    if (!definition.by_hand && !award.mayGiveEarned && !isTakenBack(member, { badge: award.badge, territory: award.place })) throw new Problem(badge_not_by_hand, { badge: definition.name });
    const missing = this.granting.missing(member, definition, award.place);
    if (missing) throw new Problem(award_prerequisites_missing, { missing: await this.say(tx, missing) });
    const { level = definition.level, place: territory, byId, reason, expiresAt } = award;
    return (await this.granting.give(tx, member, definition, { level, territory, source: 'hand', courseId: null, byId, reason, expiresAt })).id;
  }

  private async say(tx: BadgeTx, { needs, lacks }: NonNullable<ReturnType<Granting['missing']>>): Promise<Sentence> {
    const lacking: badges.Lacking[] = [];
    for (const lack of lacks) {
      const name = (await this.definitions.current(tx.db, lack.badge))?.name ?? { en: lack.badge, da: lack.badge };
      lacking.push({ ...lack, name, course: null });
    }
    const { en, da } = sayMissing({ needs, lacking });
    return { en: en.charAt(0).toUpperCase() + en.slice(1), da: da.charAt(0).toUpperCase() + da.slice(1) };
  }
}
