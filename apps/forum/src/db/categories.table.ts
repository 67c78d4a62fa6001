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
}
