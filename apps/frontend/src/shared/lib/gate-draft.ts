import type { Gate } from './gates.ts';

/** A rule while it is edited: parts may be unfinished, and each has a key of its own. */
export type GateDraft =
  | { key: string; kind: 'badge'; badge: string; level: number; from: string; evenExpired: boolean }
  | { key: string; kind: 'open'; rule: 'everyone' | 'member' }
  | { key: string; kind: 'group'; rule: 'all' | 'any' | 'atLeast'; count: number; of: GateDraft[] };
export type GroupDraft = Extract<GateDraft, { kind: 'group' }>;

let last = 0;
const newKey = () => `part-${++last}`;

/** An empty line for a badge. */
export const newBadgePart = (): GateDraft => ({ key: newKey(), kind: 'badge', badge: '', level: 1, from: 'sovereign', evenExpired: false });
/** A group with one empty line. */
export const newGroup = (): GroupDraft => ({ key: newKey(), kind: 'group', rule: 'any', count: 1, of: [newBadgePart()] });

function draftOf(gate: Gate): GateDraft {
  if (gate.rule === 'everyone' || gate.rule === 'member') return { key: newKey(), kind: 'open', rule: gate.rule };
  if (gate.rule === 'badge') return { key: newKey(), kind: 'badge', badge: gate.badge, level: gate.level ?? 1, from: gate.from ?? 'sovereign', evenExpired: gate.evenExpired ?? false };
  return { key: newKey(), kind: 'group', rule: gate.rule, count: gate.rule === 'atLeast' ? gate.count : 1, of: gate.of.map(draftOf) };
}

/** A rule about badges as a group that can be edited. */
export function groupOf(gate: Gate | null): GroupDraft {
  if (!gate || gate.rule === 'everyone' || gate.rule === 'member') return { ...newGroup(), rule: 'all' };
  const draft = draftOf(gate);
  return draft.kind === 'group' ? draft : { ...newGroup(), rule: 'all', of: [draft] };
}

/** The rule a draft stands for; what is unfinished is left out, and null when nothing is left. */
export function gateOf(draft: GateDraft): Gate | null {
  if (draft.kind === 'open') return { rule: draft.rule };
  if (draft.kind === 'badge') {
    if (!draft.badge) return null;
    return { rule: 'badge', badge: draft.badge, ...(draft.level > 1 ? { level: draft.level } : {}), ...(draft.from !== 'sovereign' ? { from: draft.from } : {}), ...(draft.evenExpired ? { evenExpired: true } : {}) };
  }
  const of = draft.of.map(gateOf).filter((gate) => gate !== null);
  if (of.length === 0) return null;
  if (of.length === 1) return of[0]!;
  return draft.rule === 'atLeast' ? { rule: 'atLeast', count: Math.min(Math.max(1, draft.count), of.length), of } : { rule: draft.rule, of };
}

/** Whether anything in a draft is not finished. */
export function isUnfinished(draft: GateDraft): boolean {
  if (draft.kind === 'group') return draft.of.length === 0 || draft.of.some(isUnfinished);
  return draft.kind === 'badge' && !draft.badge;
}
