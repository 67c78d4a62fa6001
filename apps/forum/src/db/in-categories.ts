import { sql, type Expression, type RawBuilder } from 'kysely';

/** Whether a category is one of these; never, when there are none. The same statement for any number of them. */
export function inCategories(category: string | Expression<string>, ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${typeof category === 'string' ? sql.ref(category) : category} = any(${[...ids]}::uuid[])`;
}
