import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type RouteInput, type territory as contracts } from '@unityplan/contracts';
import { CONFIG, pageByName, REGISTRY, type PodConfig } from '@unityplan/service-kit';
import type { Territory, TerritoryRegistry } from '@unityplan/territory';
import { SettingsViews } from '../settings/settings.views.ts';
import { toDetail, toSummary, type Detail } from './registry.mapper.ts';
import { matching } from './territory-list.policy.ts';

/** Reads of the registry. The few hundred rows are in memory already (libs/territory), so lists cost no query. */
@Injectable()
export class RegistryViews {
  constructor(
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: PodConfig,
    private readonly settings: SettingsViews,
  ) {}

  list(query: RouteInput<typeof contracts.listTerritories>['query']) {
    const { cursor, limit, language, ...filter } = query;
    const list = JSON.stringify(['territories', language, filter.kind, filter.parent, filter.status, filter.search]);
    const page = pageByName(list, matching(this.registry.all(), filter), { cursor, limit, language }, ({ id, names }) => [names[language], id]);
    return { items: page.rows.map((one) => toSummary(one, this.config)), next: page.next, previous: page.previous };
  }

  /** Throws `not_found` for a territory nobody has registered. */
  async one(id: string): Promise<Detail> {
    const found = this.registry.get(id);
    if (!found) throw new Problem(commonErrors.not_found);
    return toDetail(found, this.ancestors(found), await this.settings.of(found), this.config);
  }

  /** From the sovereign down to the parent. */
  private ancestors(of: Territory): Territory[] {
    const above: Territory[] = [];
    for (let parent = of.parent; parent !== null; parent = above[0]!.parent) above.unshift(this.registry.require(parent));
    return above;
  }
}
