import { TerritoryError } from './errors.ts';
import type { Scope } from './pod-databases.ts';
import type { TerritoryRegistry } from './registry.ts';

/** The least time between two reads of the registry for territories that it does not know. */
const restMs = 250;

/**
 * Which scope a territory is, as the registry in memory decides. One that seems not to be here may have been opened a moment ago by another
 * process, and work for it must not be given up for that: the registry is read again first, a few times a second at most, whoever asks.
 * Throws TERRITORY_UNKNOWN or TERRITORY_NOT_HERE.
 */
export function scopes(registry: TerritoryRegistry, podId: string): (territoryId: string) => Scope | Promise<Scope> {
  const isHere = (id: string): boolean => {
    const territory = registry.get(id);
    return territory?.podId === podId && territory.status !== 'listed';
  };
  let lastAt = -Infinity;
  let looking: Promise<void> | undefined;
  /** Joins a look that has not begun yet, so that what it finds is no older than the question. */
  const lookAgain = (): Promise<void> => {
    looking ??= new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, lastAt + restMs - performance.now()))).then(() => {
      looking = undefined;
      lastAt = performance.now();
      return registry.refresh();
    });
    return looking;
  };
  return (territoryId) => {
    if (isHere(territoryId)) return registry.require(territoryId).id;
    return lookAgain().then(() => {
      const { id } = registry.require(territoryId);
      if (isHere(id)) return id;
      throw new TerritoryError('TERRITORY_NOT_HERE', `${id} is not served by pod ${podId}.`);
    });
  };
}
