import { z } from 'zod';
import { territoryId } from './shapes.ts';

/** Key of a badge definition, unique in the pod's global definitions and within a territory: `community-host`. */
export const badgeKey = z.string().max(60).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Use lower-case words joined by hyphens, such as community-host');
export const badgeLevel = z.int().min(1).max(9);

/**
 * Where a badge must have been awarded to count at a place. `above`: at the place itself or at a territory above it (roles: a
 * moderator of a country moderates its communities, not the reverse). `sovereign`: anywhere within the same sovereign (what
 * someone has learned). A territory id: at that territory or above it. Authority never crosses a sovereign, whatever is asked for.
 */
export const awardedFrom = z.union([z.enum(['above', 'sovereign']), territoryId]);
export type AwardedFrom = z.infer<typeof awardedFrom>;

/** One door's rule: who gets in. Evaluated by libs/permissions alone. */
export type Gate =
  | { readonly rule: 'everyone' }
  | { readonly rule: 'member' }
  | {
      readonly rule: 'badge';
      readonly badge: string;
      /** At least this level; 1 when left out. */
      readonly level?: number | undefined;
      /** `sovereign` when left out. */
      readonly from?: AwardedFrom | undefined;
      /** An expired badge still counts; a revoked one never does. */
      readonly evenExpired?: boolean | undefined;
    }
  | { readonly rule: 'all'; readonly of: readonly Gate[] }
  | { readonly rule: 'any'; readonly of: readonly Gate[] }
  | { readonly rule: 'atLeast'; readonly count: number; readonly of: readonly Gate[] };

/** Most nodes and levels of a gate: more than any door needs, little enough to evaluate and to read. */
export const gateLimits = { nodes: 40, depth: 5 } as const;

const parts = z.array(z.lazy((): z.ZodType<Gate> => node)).min(1).max(16);
const node: z.ZodType<Gate> = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('everyone') }),
  z.strictObject({ rule: z.literal('member') }),
  z.strictObject({ rule: z.literal('badge'), badge: badgeKey, level: badgeLevel.optional(), from: awardedFrom.optional(), evenExpired: z.boolean().optional() }),
  z.strictObject({ rule: z.literal('all'), of: parts }),
  z.strictObject({ rule: z.literal('any'), of: parts }),
  z.strictObject({ rule: z.literal('atLeast'), count: z.int().min(1).max(16), of: parts }),
]);

function countsFit(gate: Gate): boolean {
  if (!('of' in gate)) return true;
  return gate.of.every(countsFit) && (gate.rule !== 'atLeast' || gate.count <= gate.of.length);
}

/** Whether a value from outside is within the limits, found level by level: a body nested ten thousand deep must not exhaust the stack. */
function isWithinLimits(value: unknown): boolean {
  let level: unknown[] = [value];
  let nodes = 0;
  for (let depth = 1; level.length > 0; depth++) {
    nodes += level.length;
    if (depth > gateLimits.depth || nodes > gateLimits.nodes) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null && 'of' in one && Array.isArray(one.of) ? (one.of as unknown[]) : []));
  }
  return true;
}

/** A gate as people and programs send it: of bounded size, and never asking for more parts than it has. */
export const gate = z.preprocess(
  (value, context) => {
    if (isWithinLimits(value)) return value;
    context.addIssue({ code: 'custom', message: `A rule has at most ${gateLimits.nodes} parts in ${gateLimits.depth} levels` });
    return z.NEVER;
  },
  node.refine(countsFit, 'A rule cannot ask for more parts than it lists'),
);

/** Every badge a gate speaks of, each once. */
export function badgesOf(gate: Gate): string[] {
  if (gate.rule === 'badge') return [gate.badge];
  return 'of' in gate ? [...new Set(gate.of.flatMap(badgesOf))] : [];
}

export const everyone = { rule: 'everyone' } as const satisfies Gate;
export const members = { rule: 'member' } as const satisfies Gate;
const role = (...keys: string[]): Gate => ({ rule: 'any', of: keys.map((badge) => ({ rule: 'badge', badge, from: 'above' })) });
/** Role badges that every pod knows; a role is a badge with a territory, and a manager may do what the other roles may. */
export const roleKeys = { manager: 'territory-manager', moderator: 'moderator', teacher: 'teacher' } as const;
export const managers = role(roleKeys.manager);
export const moderators = role(roleKeys.moderator, roleKeys.manager);
export const teachers = role(roleKeys.teacher, roleKeys.manager);
