import { forum, type Gate } from '@unityplan/contracts';
import type { Selectable } from 'kysely';
import type { CategoriesTable } from '../db/categories.table.ts';

export type Gates = Readonly<Record<forum.CategoryAction, Gate>>;
type GateColumns = Pick<Selectable<CategoriesTable>, 'gate_read' | 'gate_reply' | 'gate_create' | 'gate_vote' | 'gate_moderate'>;

export const gateColumns = ['gate_read', 'gate_reply', 'gate_create', 'gate_vote', 'gate_moderate'] as const;
export const categoryActions = forum.categoryAction.options;

/** A category's gates, by what they let do. */
export function gatesOf({ gate_read, gate_reply, gate_create, gate_vote, gate_moderate }: GateColumns): Gates {
  return { read: gate_read, reply: gate_reply, create: gate_create, vote: gate_vote, moderate: gate_moderate };
}

/** As columns; jsonb is written as text. */
export function columnsOfGates({ read, reply, create, vote, moderate }: Gates): Record<(typeof gateColumns)[number], string> {
  const json = (gate: Gate): string => JSON.stringify(gate);
  return { gate_read: json(read), gate_reply: json(reply), gate_create: json(create), gate_vote: json(vote), gate_moderate: json(moderate) };
}
