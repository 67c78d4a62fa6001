import type { ColumnType, Generated, Selectable } from 'kysely';

export interface AttemptsTable {
  kind: string;
  subject: string;
  level: Generated<number>;
  refusals: Generated<number>;
  last_at: Date;
  paused_until: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
export type AttemptsRow = Selectable<AttemptsTable>;
