import { runProcess } from '@unityplan/service-kit';
import { startTerritory } from './app.ts';
import { readTerritoryConfig } from './territory.config.ts';

await runProcess(() => startTerritory(readTerritoryConfig()));
