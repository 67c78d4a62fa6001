import type { Gate } from '@unityplan/contracts';
import type { Generated } from 'kysely';

export interface CategoriesTable {
  id: string;
  slug: string;
  name_en: string;
  name_da: string;
  about_en: string;
  about_da: string;
  position: number;
  topic_count: Generated<number>;
  gate_read: Generated<Gate>;
  gate_reply: Generated<Gate>;
  gate_create: Generated<Gate>;
  gate_vote: Generated<Gate>;
  gate_moderate: Generated<Gate>;
  revision: Generated<number>;
}
