import type { badge as badges, Gate } from '@unityplan/contracts';
import { covers, type Places } from './places.ts';

/** Whom a gate is asked about: a guest has neither a sign-in nor badges. */
export interface Holder {
  readonly signedIn: boolean;
  readonly holdings: readonly badges.Holding[];
}

/** One badge that does not count, and why. `expiredAt` is set when it once did. */
export interface Lack {
  readonly badge: string;
  readonly level: number;
  readonly reason: badges.Lacking['reason'];
  readonly expiredAt: string | null;
}

/** Whether a gate is open to someone, until when, and what is missing. */
export interface Verdict {
  readonly allowed: boolean;
  /** Milliseconds since 1970 at which an open gate closes by time alone; null when it does not. */
  readonly until: number | null;
  /** How many of `lacks` would open the gate: `some` is more than one, and not all. */
  readonly needs: 'all' | 'one' | 'some';
  /** Empty when allowed, and when all that is missing is to sign in. */
  readonly lacks: readonly Lack[];
}

type Leaf = Extract<Gate, { rule: 'badge' }>;
const forever = Number.POSITIVE_INFINITY;
interface Result { readonly until: number | undefined; readonly lacks: readonly Lack[] }

/**
 * Decides who gets in: the one evaluator of the platform (ADR 11). Pure; `now` is milliseconds since 1970. A badge counts up to,
 * and not at, the instant it expires.
 */
export function evaluate(gate: Gate, holder: Holder, at: { readonly place: string; readonly places: Places; readonly now: number }): Verdict {
  const visit = (node: Gate): Result => {
    if (node.rule === 'everyone') return { until: forever, lacks: [] };
    if (node.rule === 'member') return { until: holder.signedIn ? forever : undefined, lacks: [] };
    if (node.rule === 'badge') return leaf(node);
    const results = node.of.map(visit);
    const wanted = wantedOf(node);
    // The gate stays open for as long as the wanted number of its parts does: the wanted-th latest end.
    const ends = results.flatMap(({ until }) => (until === undefined ? [] : [until])).sort((a, b) => b - a);
    const until = ends[wanted - 1];
    return { until, lacks: until === undefined ? shortest(results, wanted - ends.length) : [] };
  };
  const leaf = (node: Leaf): Result => {
    const level = node.level ?? 1;
    let until: number | undefined;
    let lack: Lack = { badge: node.badge, level, reason: 'missing', expiredAt: null };
    for (const one of holder.signedIn ? holder.holdings : []) {
      if (one.badge !== node.badge) continue;
      const end = one.expiresAt === null || node.evenExpired ? forever : Date.parse(one.expiresAt);
      const reason = !covers(at.places, one.territory, at.place, node.from ?? 'sovereign') ? 'elsewhere' : one.level < level ? 'level_too_low' : end <= at.now ? 'expired' : undefined;
      if (!reason) until = Math.max(until ?? 0, end);
      else if (closeness[reason] > closeness[lack.reason]) lack = { badge: node.badge, level, reason, expiredAt: reason === 'expired' ? one.expiresAt : null };
    }
    return until === undefined ? { until, lacks: [lack] } : { until, lacks: [] };
  };
  const { until, lacks } = visit(gate);
  if (until !== undefined) return { allowed: true, until: until === forever ? null : until, needs: 'all', lacks: [] };
  if (!isChoice(gate)) return { allowed: false, until: null, needs: 'all', lacks };
  const closed = gate.of.flatMap((one) => visit(one).lacks);
  const wanted = wantedOf(gate) - (gate.of.length - closed.length);
  const all = distinct(closed);
  return { allowed: false, until: null, needs: wanted >= all.length ? 'all' : wanted === 1 ? 'one' : 'some', lacks: all };
}

/** The nearer someone is to the badge, the more useful the reason: renewing is less than earning. */
const closeness: Record<Lack['reason'], number> = { missing: 0, elsewhere: 1, level_too_low: 2, expired: 3 };

/** How many parts of a rule must be open. */
function wantedOf(node: Extract<Gate, { of: unknown }>): number {
  return node.rule === 'all' ? node.of.length : node.rule === 'any' ? 1 : node.count;
}

/** What would open `count` more of the parts, with as few badges as there can be: what a person is told is true, and no detour. */
function shortest(results: readonly Result[], count: number): readonly Lack[] {
  const closed = results.flatMap(({ until, lacks }) => (until === undefined ? [lacks] : [])).sort((a, b) => a.length - b.length || nearest(b) - nearest(a));
  return distinct(closed.slice(0, count).flat());
}
function nearest(lacks: readonly Lack[]): number {
  return lacks.reduce((sum, { reason }) => sum + closeness[reason], 0);
}

/** Whether a rule is a plain choice among badges: then all of them are named to whom it refuses, and how many are needed. */
function isChoice(gate: Gate): gate is Extract<Gate, { of: unknown }> {
  return 'of' in gate && gate.of.every(({ rule }) => rule === 'badge');
}

function distinct(lacks: readonly Lack[]): Lack[] {
  const seen = new Map<string, Lack>();
  for (const lack of lacks) if (!seen.has(`${lack.badge} ${lack.level}`)) seen.set(`${lack.badge} ${lack.level}`, lack);
  return [...seen.values()];
}
