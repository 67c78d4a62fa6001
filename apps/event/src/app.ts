import { openResources, startService, type Clock, type PodResources, type RunningService } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { EventConfig } from './event.config.ts';
import { EventModule } from './event.module.ts';
import { Relays } from './relay/relays.ts';

export { eventConfig, readEventConfig, type EventConfig } from './event.config.ts';
export { Checkpoints } from './audit/checkpoints.service.ts';
export { Relays };

export interface EventOptions {
  readonly config: EventConfig;
  /** 0 picks a free port. */
  readonly port: number;
  readonly resources?: PodResources;
  readonly clock?: Clock;
  readonly log?: Logger;
}

/** Nobody waits for the trail: what happens in half a second is written together. */
const consuming = { gatherMs: 500 };

/** Starts the relay of the pod's databases and the audit trail. */
export async function startEvent(options: EventOptions): Promise<RunningService> {
  const resources = options.resources ?? (await openResources(options.config, 'event', options.log));
  const started = await startService({ ...options, resources, consuming, name: 'event', module: EventModule.with(resources) }).catch(async (error: unknown) => {
    if (!options.resources) await resources.close();
    throw error;
  });
  const drain = async (): Promise<void> => {
    await started.app.get(Relays, { strict: false }).drain();
    await started.drain();
  };
  const service = { ...started, drain };
  if (options.resources) return service;
  const close = async (): Promise<void> => {
    await service.close();
    await resources.close();
  };
  return { ...service, close };
}
