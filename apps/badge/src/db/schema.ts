import type { RequestsTable } from '@unityplan/service-kit';
import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { AwardsTable } from './awards.table.ts';
import type { CoursesTable } from './courses.table.ts';
import type { GlobalDefinitionsTable, OwnDefinitionsTable } from './definitions.table.ts';
import type { GrantsTable, MemberKeysTable } from './grants.table.ts';

/** The badge service's part of a territory's schema, and the badges of all territories. */
export interface BadgeSchema {
  'global.badge_definitions': GlobalDefinitionsTable;
  badge_definitions: OwnDefinitionsTable;
  badge_courses: CoursesTable;
  badge_member_keys: MemberKeysTable;
  badge_requests: RequestsTable;
  user_badges: AwardsTable;
  user_badge_grants: GrantsTable;
}

export type BadgeDb = TerritoryDb<BadgeSchema>;
export type BadgeTx = Tx<BadgeSchema>;
export type BadgeReader = Reader<BadgeSchema>;
