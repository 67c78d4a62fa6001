import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { TerritoryConfig } from './territory.config.ts';
import { TerritoryModule } from './territory.module.ts';

export { readTerritoryConfig, territoryConfig, type TerritoryConfig } from './territory.config.ts';

/** Starts the registry of territories, alone or beside other services of the process when `resources` are given. */
export function startTerritory(options: Omit<ServiceOptions<TerritoryConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'territory', module: TerritoryModule });
}
