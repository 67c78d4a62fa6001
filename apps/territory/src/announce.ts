import { territory as contracts } from '@unityplan/contracts';
import type { Outbox } from '@unityplan/messaging';
import type { TerritoryTx } from './db/schema.ts';

/** What `territory.changed` tells of a row of the registry. */
export interface Changed {
  readonly id: string;
  readonly status: string;
  readonly routing_epoch: string | number;
}

/** Tells every service, with the commit of `tx` (in the global schema), that a territory is another one now. */
export async function announce(outbox: Outbox, tx: TerritoryTx, { id, status, routing_epoch }: Changed): Promise<void> {
  const payload = { territoryId: id, status: contracts.territoryStatus.parse(status), routingEpoch: Number(routing_epoch) };
  await outbox.publish(tx, contracts.territoryChanged, payload, { territory: id });
}

/** Openings and closings of the pod happen one after the other, so that what one has seen still holds when it is done. Until the end of `tx`. */
export const oneAtATime = `select pg_advisory_xact_lock(hashtext('unityplan territory status'))`;
