import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { TerritoryConfig } from './territory.config.ts';
import { TerritoryModule } from './territory.module.ts';

export { readTerritoryConfig, territoryConfig, type TerritoryConfig } from './territory.config.ts';

/** Starts the territory service of a pod: the registry and its settings, for everyone to read. */
export function startTerritory(options: Omit<ServiceOptions<TerritoryConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'territory', module: TerritoryModule });
}
