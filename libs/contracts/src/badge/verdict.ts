import { z } from 'zod';
import { badgeKey, badgeLevel } from '../kernel/gates.ts';
import { id, instant, territoryId } from '../kernel/shapes.ts';

/** One badge of a member as the evaluator needs it. Revoked ones are not in the list; expired ones are, to say so. */
export const holding = z.object({ badge: badgeKey, level: badgeLevel, territory: territoryId.describe('Where it was awarded'), awardedAt: instant, expiresAt: instant.nullable() });
export type Holding = z.infer<typeof holding>;

/** Why one badge of a rule does not count. `elsewhere`: held, but awarded where it has no authority here. */
export const lackReason = z.enum(['missing', 'level_too_low', 'expired', 'elsewhere']);
export const courseLink = z.object({ courseId: id, slug: z.string(), title: z.object({ en: z.string(), da: z.string() }) });
const localised = z.object({ en: z.string(), da: z.string() });

/** A badge that a refused member lacks, with the course that gives it (null when it is given by hand). */
export const lacking = z.object({
  badge: badgeKey, name: localised, level: badgeLevel, reason: lackReason, expiredAt: instant.nullable(), course: courseLink.nullable(),
});
export type Lacking = z.infer<typeof lacking>;

/** What the evaluator decided: `until` is when it may be otherwise by time alone; `lacking` is empty when allowed. */
export const accessVerdict = z.object({
  allowed: z.boolean(), until: instant.nullable(),
  needs: z.enum(['all', 'one', 'some']).describe('How many of `lacking` would open the door'), lacking: z.array(lacking),
});
export type AccessVerdict = z.infer<typeof accessVerdict>;
