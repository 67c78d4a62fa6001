import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type RouteAnswer, type RouteInput, type territory } from '@unityplan/contracts';
import { CONFIG, DB, decodeCursor, publicOrigin, toPage, type PodConfig } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import type { RegistryDb } from '../db/schema.ts';
import { toDetail, toSummary, type TerritoryRow } from './territories.mapper.ts';

/** The name in the language of the list, and the id among equal names. */
const place = z.tuple([z.string().max(200), z.string().max(53)]);

@Injectable()
export class TerritoriesViews {
  private readonly addressOf: (id: string) => string;
  constructor(
    @Inject(DB) private readonly db: RegistryDb,
    @Inject(CONFIG) config: PodConfig,
  ) {
    this.addressOf = (id) => publicOrigin(config, id);
  }

  /** By name as readers of the language expect it; a search finds any of a territory's names, with or without accents. */
  async list(query: RouteInput<typeof territory.listTerritories>['query']): Promise<RouteAnswer<typeof territory.listTerritories>> {
    const { kind, parent, status, search, language, limit } = query;
    const list = `territories ${JSON.stringify([kind, parent, status, search, language])}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    // Danish sorts Å last; the registry is small enough that the order needs no index.
    const name = language === 'da' ? sql<string>`name_da collate "da-x-icu"` : sql<string>`name_en collate "en-x-icu"`;
    const rows = await this.db.global.read((reader) => {
      let found = reader.selectFrom('territories').selectAll();
      if (kind) found = found.where('kind', '=', kind);
      if (parent) found = found.where('parent_territory', '=', parent);
      if (status === 'active') found = found.where('status', '=', 'active');
      if (search) {
        const wanted = `%${plain(search).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
        found = found.where(sql<boolean>`lower(regexp_replace(normalize(concat_ws(' ', name_en, name_da, name_own, id), nfd), ${combining}, '', 'g')) like ${wanted}`);
      }
      if (cursor) found = found.where(sql<boolean>`(${name}, id) ${sql.raw(backwards ? '<' : '>')} (${cursor.values[0]}, ${cursor.values[1]})`);
      const order = backwards ? 'desc' : 'asc';
      return found.orderBy(name, order).orderBy('id', order).limit(limit + 1).execute();
    });
    const page = toPage(list, rows, limit, cursor, (row) => [language === 'da' ? row.name_da : row.name_en, row.id]);
    return { items: page.rows.map((row) => toSummary(row, this.addressOf)), next: page.next, previous: page.previous };
  }

  /** One territory and those above it, from the sovereign down. */
  async get(id: string): Promise<RouteAnswer<typeof territory.getTerritory>> {
    const rows = await this.db.global.read((reader) =>
      reader
        .withRecursive('above', (query) =>
          query
            .selectFrom('territories')
            .selectAll()
            .select(sql<number>`0`.as('height'))
            .where('id', '=', id)
            .unionAll(
              query
                .selectFrom('territories as t')
                .innerJoin('above', 'above.parent_territory', 't.id')
                .selectAll('t')
                .select(sql<number>`above.height + 1`.as('height'))
                .where('above.height', '<', 20),
            ),
        )
        .selectFrom('above')
        .selectAll()
        .orderBy('height', 'desc')
        .execute(),
    );
    const own = rows.at(-1);
    if (!own) throw new Problem(commonErrors.not_found);
    return toDetail(own as TerritoryRow, rows.slice(0, -1) as TerritoryRow[], this.addressOf);
  }
}

const combining = '[\u0300-\u036f]';

/** Lower case without accents: people search for Maori and Aland. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
}
