import { Injectable } from '@nestjs/common';
import type { badge as badges, Gate } from '@unityplan/contracts';
import { badgesOf } from '@unityplan/contracts';
import type { Lack } from '@unityplan/permissions';
import { Permissions } from '@unityplan/service-kit';
import { HoldingsViews } from '../awards/holdings.views.ts';
import { CoursesViews } from '../courses/courses.views.ts';
import { DefinitionsViews } from '../definitions/definitions.views.ts';

/** Whether gates open, from what PostgreSQL holds at this moment, and in words that people know. */
@Injectable()
export class AccessViews {
  constructor(
    private readonly permissions: Permissions,
    private readonly holdings: HoldingsViews,
    private readonly definitions: DefinitionsViews,
    private readonly courses: CoursesViews,
  ) {}

  async verdict(territory: string, memberId: string | null, gate: Gate, place: string): Promise<badges.AccessVerdict> {
    const held = memberId !== null && badgesOf(gate).length > 0 ? (await this.holdings.of(territory, [memberId])).get(memberId)! : [];
    const { allowed, until, needs, lacks } = this.permissions.decide(gate, { signedIn: memberId !== null, holdings: held }, place);
    return { allowed, until: until === null ? null : new Date(until).toISOString(), needs, lacking: await this.described(territory, lacks) };
  }

  private async described(territory: string, lacks: readonly Lack[]): Promise<badges.Lacking[]> {
    if (lacks.length === 0) return [];
    const known = await this.definitions.all(territory);
    const giving = await Promise.all(lacks.map(({ badge, level }) => this.courses.giving(territory, badge, level)));
    const linkOf = await this.courses.links(territory, giving.flat());
    return lacks.map(({ badge, level, reason, expiredAt }, n) => ({
      badge, level, reason, expiredAt, name: known.get(badge)?.name ?? { en: badge, da: badge }, course: giving[n]!.map(linkOf).find((link) => link !== undefined) ?? null,
    }));
  }
}
