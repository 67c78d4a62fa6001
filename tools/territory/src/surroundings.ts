import { loadRegistry, namesOf, registrySource, urlOf, type TerritoryDb, type TerritoryRegistry } from '@unityplan/territory';
import type { TerritorySchema } from '@unityplan/territory-service/life';
import type { Pod } from './pod.config.ts';
import { openGlobal } from './provision/territory-db.ts';

/** What a command works with. */
export interface Surroundings {
  readonly pod: Pod;
  readonly db: TerritoryDb<TerritorySchema>;
  readonly registry: TerritoryRegistry;
  print(line: string): void;
}

/** Refused with a sentence: nothing was done. */
export class Refusal extends Error {}

/** Runs `work` on a pod's registry. Throws a sentence when the pod has none that fits this release. */
export async function withSurroundings<T>(pod: Pod, print: (line: string) => void, work: (surroundings: Surroundings) => Promise<T>): Promise<T> {
  const db = openGlobal(pod.databases);
  try {
    return await work({ pod, db, registry: await loadRegistry(registrySource(pod.databases, 'territory')), print });
  } catch (error) {
    // The database, its tables or a column are not there yet, or the role of the territory service is not.
    if (['3D000', '42P01', '42703', '28P01', '28000'].includes((error as { code?: string }).code ?? ''))
      throw new Refusal('The databases of this pod are not up to date: run npm run migrate -- up, or start the pod once.', { cause: error });
    throw error;
  } finally {
    await db.close();
  }
}

/** Where people find a territory. */
export function addressOf({ publicUrl }: Pod, territory: string): string {
  return publicUrl ? urlOf(publicUrl, territory) : `https://${namesOf(territory).publicHost}`;
}
