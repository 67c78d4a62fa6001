import type { badge, Gate } from '@unityplan/contracts';
import type { Generated, JSONColumnType } from 'kysely';
import type { z } from 'zod';

export interface BothLanguages {
  en: string;
  da: string;
}

/** One version of a badge; versions are added, never changed. */
export interface DefinitionsTable {
  badge: string;
  version: number;
  state: z.infer<typeof badge.badgeState>;
  level: number;
  name: JSONColumnType<BothLanguages>;
  about: JSONColumnType<BothLanguages>;
  criteria: JSONColumnType<BothLanguages>;
  icon: z.infer<typeof badge.badgeIcon>;
  colour: z.infer<typeof badge.badgeColour>;
  valid_days: number | null;
  renew_from_days: number;
  prerequisites: JSONColumnType<Gate | null, string | null, string | null>;
  by_hand: boolean;
  defined_at: Date;
}

export interface OwnDefinitionsTable extends DefinitionsTable {
  defined_by: string;
}
export interface GlobalDefinitionsTable extends Omit<DefinitionsTable, 'defined_at'> {
  defined_at: Generated<Date>;
}
