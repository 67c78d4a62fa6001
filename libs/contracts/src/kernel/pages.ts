import { z } from 'zod';

/** Query of every list: an opaque cursor of this very list, and how many items (1–100). */
export const pageQuery = z.object({
  cursor: z.string().max(400).optional().describe('From `next` or `previous` of an earlier page of the same list'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** A keyset page: items in list order, and cursors to go on either way (null at an end). */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), previous: z.string().nullable() });
}

/** A page as plain type. */
export interface Page<T> {
  items: T[];
  next: string | null;
  previous: string | null;
}
