import { setTimeout as wait } from 'node:timers/promises';

/** So many territories are visited without a pause; of more than that one in five seconds, so that 250 at rest cost what ten cost. */
const few = 10;
const stepMs = 5_000;

export interface VisitOptions {
  readonly signal: AbortSignal;
  /** Without pauses, as at the start of a process. */
  readonly hurried?: boolean;
}

/** Visits one territory after the other, each of which takes a connection of its own. Ends early when `signal` aborts; throws what `visit` throws. */
export async function visitInTurn(territories: readonly { readonly id: string }[], visit: (territory: string) => Promise<unknown>, { signal, hurried = false }: VisitOptions): Promise<void> {
  for (const { id } of territories) {
    if (signal.aborted) return;
    await visit(id);
    if (!hurried && territories.length > few) await wait(stepMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
