import type { Gate } from '@unityplan/contracts';

/** A badge as it was awarded to a member. */
export interface Held {
  readonly badge: string;
  readonly level: number;
  readonly territory: string;
  /** Milliseconds since 1970; null: never. */
  readonly expiresAt: number | null;
}
export type Action = 'read' | 'reply' | 'create' | 'vote' | 'moderate';
export type Gates = Readonly<Record<Action, Gate>>;

// The rules as a person would write them down, with nothing of the platform's own evaluator.
const parent: Record<string, string | null> = { DK: null, 'DK-COPENHAGEN': 'DK', NO: null, 'NO-OSLO': 'NO' };
const root = (id: string): string => (parent[id] ? root(parent[id]) : id);
const upwards = (id: string): string[] => (parent[id] ? [id, ...upwards(parent[id])] : [id]);

function counts(held: Held, gate: Extract<Gate, { rule: 'badge' }>, place: string, now: number): boolean {
  if (held.badge !== gate.badge) return false;
  if (held.level < (gate.level ?? 1)) return false;
  if (!gate.evenExpired && held.expiresAt !== null && held.expiresAt <= now) return false;
  if (root(held.territory) !== root(place)) return false;
  const from = gate.from ?? 'sovereign';
  if (from === 'sovereign') return true;
  const base = from === 'above' ? place : from;
  return root(base) === root(place) && upwards(base).includes(held.territory);
}

/** Whether a rule opens to someone (undefined: a guest) at a place. */
function opens(gate: Gate, who: readonly Held[] | undefined, place: string, now: number): boolean {
  if (gate.rule === 'everyone') return true;
  if (gate.rule === 'member') return who !== undefined;
  if (gate.rule === 'badge') return who !== undefined && who.some((held) => counts(held, gate, place, now));
  let open = 0;
  for (const part of gate.of) if (opens(part, who, place, now)) open++;
  if (gate.rule === 'all') return open === gate.of.length;
  if (gate.rule === 'any') return open > 0;
  return open >= gate.count;
}

/** Whoever does anything in a category must also be allowed to read there. */
export function may(gates: Gates, action: Action, who: readonly Held[] | undefined, place: string, now: number): boolean {
  return opens(gates.read, who, place, now) && opens(gates[action], who, place, now);
}
