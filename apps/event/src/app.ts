import { openResources, startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { EventConfig } from './event.config.ts';
import { EventModule } from './event.module.ts';

export { eventConfig, readEventConfig, type EventConfig } from './event.config.ts';

/** Starts the outbox relay and the audit trail, alone or beside other services of the process when `resources` are given. */
export async function startEvent(options: Omit<ServiceOptions<EventConfig>, 'name' | 'module'>): Promise<RunningService> {
  if (options.resources) return startService({ ...options, name: 'event', module: EventModule.with(options.resources) });
  const resources = await openResources(options.config, 'event');
  const running = await startService({ ...options, resources, name: 'event', module: EventModule.with(resources) });
  return {
    ...running,
    close: async () => {
      await running.close();
      await resources.close();
    },
  };
}
