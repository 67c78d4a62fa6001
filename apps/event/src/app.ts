import { openResources, startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { EventConfig } from './event.config.ts';
import { EventModule } from './event.module.ts';
import { RelayService } from './relay/relay.service.ts';

export { eventConfig, readEventConfig, type EventConfig } from './event.config.ts';

/** Starts the outbox relay and the audit trail, alone or beside other services of the process when `resources` are given. */
export async function startEvent(options: Omit<ServiceOptions<EventConfig>, 'name' | 'module'>): Promise<RunningService> {
  const resources = options.resources ?? (await openResources(options.config, 'event', options.log));
  const running = await startService({ ...options, resources, name: 'event', module: EventModule.with(resources) });
  return {
    ...running,
    drain: async () => {
      await running.app.get(RelayService, { strict: false }).drain();
      await running.drain();
    },
    close: async () => {
      await running.close();
      if (!options.resources) await resources.close();
    },
  };
}
