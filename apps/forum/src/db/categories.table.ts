import type { Gate } from '@unityplan/contracts';
import type { ColumnType, Generated } from 'kysely';

/** Read as a gate, written as its JSON. */
type GateColumn = ColumnType<Gate, string | undefined, string>;

export interface CategoriesTable {
  id: string;
  slug: string;
  name_en: string;
  name_da: string;
  about_en: string;
  about_da: string;
  position: number;
  topic_count: Generated<number>;
  gate_read: GateColumn;
  gate_reply: GateColumn;
  gate_create: GateColumn;
  gate_vote: GateColumn;
  gate_moderate: GateColumn;
  revision: Generated<number>;
}
