import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { badge as badges, Gate } from '@unityplan/contracts';
import { Broadcasts } from '@unityplan/messaging';
import { DB } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import type { z } from 'zod';
import { CoursesViews } from '../courses/courses.views.ts';
import type { DefinitionsTable } from '../db/definitions.table.ts';
import type { BadgeDb, BadgeReader } from '../db/schema.ts';
import { TerritoryCache } from '../territory-cache.ts';
import { toSummary } from './definitions.mapper.ts';

export type Definition = Selectable<Omit<DefinitionsTable, 'prerequisites'>> & { readonly prerequisites: Gate | null; readonly scope: 'global' | 'territory' };
export type Summary = z.output<typeof badges.badgeSummary>;

/** The badges of a territory: its own, and those of all territories. */
@Injectable()
export class DefinitionsViews implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly known: TerritoryCache<ReadonlyMap<string, Definition>>;
  private stopListening: (() => void) | undefined;

  constructor(
    @Inject(DB) db: BadgeDb,
    broadcasts: Broadcasts,
    private readonly courses: CoursesViews,
  ) {
    this.known = new TerritoryCache('definitions', broadcasts, async (territory) => {
      const rows = await db.read(territory, (reader) => this.rows(reader));
      return new Map(rows.map((row) => [row.badge, row]));
    });
  }

  onApplicationBootstrap(): void {
    this.stopListening = this.known.listen();
  }
  onModuleDestroy(): void {
    this.stopListening?.();
  }

  /** The present version of every badge, by key; at most a moment old. */
  all(territory: string): Promise<ReadonlyMap<string, Definition>> {
    return this.known.of(territory);
  }

  /** The present version as a transaction sees it. */
  async current(reader: BadgeReader, key: string): Promise<Definition | undefined> {
    return (await this.rows(reader, key))[0];
  }

  /** Before an answer about what a transaction has just seen, by whomever it was written. */
  forget(territory: string): void {
    this.known.forget(territory);
  }

  /** After a commit. */
  changed(territory: string): void {
    this.known.changed(territory);
  }

  /** How badges look, with the courses that give them. Unknown ones are left out. */
  async summaries(territory: string, keys: Iterable<string>): Promise<Map<string, Summary>> {
    const [known, courses] = await Promise.all([this.all(territory), this.courses.all(territory)]);
    const wanted = new Set(keys);
    const giving = courses.filter(({ badge }) => wanted.has(badge));
    const linkOf = await this.courses.links(territory, giving.map(({ course_id }) => course_id));
    const summaries = [...wanted].flatMap((key) => {
      const definition = known.get(key);
      return definition ? [[key, toSummary(definition, giving.filter(({ badge }) => badge === key).flatMap(({ course_id }) => linkOf(course_id) ?? []))] as const] : [];
    });
    return new Map(summaries);
  }

  /** A badge of all territories goes before one of the same name, so that no territory can give another meaning to a role. */
  private async rows(reader: BadgeReader, key: string | null = null): Promise<Definition[]> {
    const columns = sql.raw('badge, version, state, level, name, about, criteria, icon, colour, valid_days, renew_from_days, prerequisites, by_hand, defined_at');
    const { rows } = await sql<Definition>`
      select distinct on (badge) * from (
        select ${columns}, 'global' as scope from global.badge_definitions union all select ${columns}, 'territory' as scope from badge_definitions
      ) as every where ${key}::text is null or badge = ${key} order by badge, scope, version desc`.execute(reader);
    return rows;
  }
}
