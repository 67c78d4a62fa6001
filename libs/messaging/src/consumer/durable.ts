import { AckPolicy, DeliverPolicy, JetStreamApiCodes, JetStreamApiError, type Consumer, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

const gone = (error: unknown) =>
  error instanceof JetStreamApiError && (error.code === JetStreamApiCodes.ConsumerNotFound || error.code === JetStreamApiCodes.StreamNotFound);

/**
 * Makes a service's durable anew from the first event it has not acknowledged, so that everything after it comes again in
 * the order of the stream, and not what is left over after what is new. Without one (first start, or the stream was made
 * anew) it starts with the oldest event; the inbox swallows what was done. Throws while the stream does not exist.
 */
export async function recreateDurable(
  js: JetStreamClient,
  manager: JetStreamManager,
  at: { stream: string; durable: string; filters: readonly string[]; ackWaitMs: number; maxAckPending: number },
): Promise<Consumer> {
  const old = await manager.consumers.info(at.stream, at.durable).catch((error: unknown) => {
    if (gone(error)) return undefined;
    throw error;
  });
  const floor = old ? Math.max(old.ack_floor.stream_seq, (old.config.opt_start_seq ?? 1) - 1) : 0;
  if (old) await manager.consumers.delete(at.stream, at.durable);
  await manager.consumers.add(at.stream, {
    durable_name: at.durable, filter_subjects: [...at.filters], ack_policy: AckPolicy.Explicit, ack_wait: nanos(at.ackWaitMs),
    max_deliver: -1, max_ack_pending: at.maxAckPending, deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: floor + 1,
  });
  return js.consumers.get(at.stream, at.durable);
}
