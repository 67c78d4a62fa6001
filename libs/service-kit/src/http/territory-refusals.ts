import { commonErrors, Problem, territory as contracts } from '@unityplan/contracts';
import { namesOf, type Territory, type TerritoryRegistry } from '@unityplan/territory';

/** What a territory that is not open answers to every call, and where to go from there: the nearest open territory above it, else another of its pod. */
export function closedDoor(territory: Territory, registry: Pick<TerritoryRegistry, 'get' | 'served'>): Problem {
  const { territory_suspended, territory_archived } = contracts.territoryErrors;
  const { status } = territory;
  const error = status === 'suspended' ? territory_suspended : status === 'archived' ? territory_archived : commonErrors.territory_unavailable;
  const open = openAbove(territory, registry) ?? (territory.podId === null ? undefined : registry.served(territory.podId)[0]);
  return new Problem(error, { territory: nameIn(territory), ...(open ? { open: { slug: namesOf(open.id).slug, name: nameIn(open) } } : {}) });
}

/** What a token of another territory answers: both by name, and the host label under which its member is at home. */
export function wrongTerritory(home: string, here: string, registry: Pick<TerritoryRegistry, 'get'>): Problem {
  const named = (id: string) => {
    const known = registry.get(id);
    return known ? nameIn(known) : id;
  };
  return new Problem(commonErrors.territory_mismatch, { home: named(home), territory: named(here), homeSlug: namesOf(home).slug });
}

function openAbove({ parent, podId }: Territory, registry: Pick<TerritoryRegistry, 'get'>): Territory | undefined {
  const above = parent === null ? undefined : registry.get(parent);
  if (!above) return undefined;
  return above.status === 'active' && above.podId === podId ? above : openAbove(above, registry);
}

const nameIn = ({ names: { en, da } }: Territory) => ({ en, da });
