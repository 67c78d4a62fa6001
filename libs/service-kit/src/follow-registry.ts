import { territory } from '@unityplan/contracts';
import { Broadcasts, type NatsLink } from '@unityplan/messaging';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';

/** Broadcasts come at once and may be missed; within this time a change is known in any case. */
const pollMs = 20_000;

/** Keeps a process's registry current: read again when a territory changed, and now and then. Answers how to stop. */
export function followRegistry(parts: { registry: TerritoryRegistry; nats: NatsLink; podId: string; name: string; log: Logger }): () => void {
  const { registry, nats, podId, name, log } = parts;
  const refresh = (): Promise<void> => registry.refresh().catch((error: unknown) => log.warn({ err: error }, 'the registry could not be read again'));
  const broadcasts = new Broadcasts({ link: nats, pod: podId, service: name, log });
  broadcasts.on(territory.territoryChanged, refresh);
  const timer = setInterval(() => void refresh(), pollMs * (0.9 + Math.random() * 0.2));
  timer.unref();
  return () => {
    clearInterval(timer);
    broadcasts.close();
  };
}
