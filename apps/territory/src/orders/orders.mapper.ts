import type { RouteAnswer, territory as contracts } from '@unityplan/contracts';
import { publicOrigin, type PodConfig } from '@unityplan/service-kit';
import type { OrderRow } from '../db/schema.ts';

export type Order = RouteAnswer<typeof contracts.getTerritoryOrder>;

export function toOrder(row: OrderRow, config: Pick<PodConfig, 'publicUrl'>): Order {
  return {
    orderId: row.id,
    territoryId: row.territory,
    name: { en: row.name_en, da: row.name_da, ...(row.name_own === null ? {} : { own: row.name_own }) },
    parent: row.parent_territory,
    defaultLanguage: row.default_language === 'da' ? 'da' : 'en',
    status: row.status,
    step: row.step,
    problem: row.problem_en === null || row.problem_da === null ? null : { en: row.problem_en, da: row.problem_da },
    createdAt: row.created_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    host: row.status === 'done' ? new URL(publicOrigin(config, row.territory)).host : null,
  };
}
