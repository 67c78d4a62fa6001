import { Injectable } from '@nestjs/common';
import { commonErrors, managers, Problem, type badge as badges, type Gate, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Permissions, type CallContext } from '@unityplan/service-kit';
import { AccessViews } from '../access/access.views.ts';
import { AwardsViews } from '../awards/awards.views.ts';
import { DefinitionsList } from './definitions-list.views.ts';

/** Badges as a caller may see them: what did not come out yet is for managers. */
@Injectable()
export class BadgePage {
  constructor(
    private readonly badges: DefinitionsList,
    private readonly permissions: Permissions,
    private readonly awards: AwardsViews,
    private readonly access: AccessViews,
  ) {}

  async list(call: CallContext, query: RouteInput<typeof badges.listBadges>['query']): Promise<RouteAnswer<typeof badges.listBadges>> {
    if (query.state !== 'active') await this.permissions.require(call.territory, call.member?.memberId, managers);
    return this.badges.list(call, query);
  }

  async get({ territory, member }: CallContext, badge: string): Promise<RouteAnswer<typeof badges.getBadge>> {
    const definition = await this.badges.definition(territory, badge);
    if (definition.state === 'draft' && !(await this.permissions.check(territory, member?.memberId, managers)).allowed) throw new Problem(commonErrors.not_found);
    if (!member) return { definition, held: null, way: null };
    const prerequisites = definition.prerequisites as Gate | null;
    const [held, way] = await Promise.all([
      this.awards.newest(territory, member.memberId, badge),
      prerequisites ? this.access.verdict(territory, member.memberId, prerequisites, territory) : null,
    ]);
    return { definition, held, way };
  }
}
