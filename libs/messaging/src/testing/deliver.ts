import { eventKey, type EventContract, type PayloadOf } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { fromMessage, toHeaders } from '../envelope.ts';
import type { MessagingServer } from '../nest/messaging-server.ts';

/** The envelope of a delivered event, where the default does not do. */
export interface DeliverOptions {
  /** Default `DK`. */
  readonly territory?: string;
  /** Give the same id twice to see a duplicate swallowed. */
  readonly id?: string;
  readonly seq?: number;
}

/**
 * One event through the real path of a started service: bytes, envelope, contract, transaction, inbox, handler. The payload
 * is the contract's example with `overrides`. Throws what the handler throws.
 */
export async function deliver<E extends EventContract>(
  server: MessagingServer, contract: E, overrides: Partial<PayloadOf<E>> = {}, options: DeliverOptions = {},
): Promise<'handled' | 'duplicate'> {
  const payload = { ...(contract.example as object), ...overrides } as Record<string, unknown>;
  const territory = contract.scope === 'global' ? 'global' : (options.territory ?? 'DK');
  const headers = toHeaders({
    id: options.id ?? v7(), event: eventKey(contract), source: `${server.pod}/${territory}/${contract.owner}`, territory,
    aggregate: String(payload[contract.orderBy]), seq: options.seq ?? 1, time: new Date().toISOString(), payload: undefined,
  });
  return server.runner.attempt(fromMessage({ headers, data: new TextEncoder().encode(JSON.stringify(payload)) }));
}
