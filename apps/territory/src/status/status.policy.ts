import { Problem, territory as contracts } from '@unityplan/contracts';

const errors = contracts.territoryErrors;

/** What may be asked for; `listed` is where a territory begins and never what it returns to. */
export type NewStatus = 'active' | 'suspended' | 'archived';

/** What a change depends on, as it is in the moment of the change. */
export interface Standing {
  readonly territory: string;
  readonly status: string;
  readonly podId: string | null;
  /** Communities anywhere below it that are open or suspended. */
  readonly openBelow: readonly string[];
  /** Whether another territory of the pod is open. */
  readonly othersOpen: boolean;
}

/** Throws why a territory of this pod cannot take a new status. */
export function checkChange(standing: Standing, status: NewStatus, podId: string): void {
  const { territory, openBelow } = standing;
  if (standing.status === 'listed' || standing.podId !== podId) throw new Problem(errors.territory_not_served, { territory });
  if (standing.status === status) return;
  if (standing.status === 'archived') throw new Problem(errors.territory_archived, { territory });
  if (status === 'archived' && openBelow.length > 0) throw new Problem(errors.territory_has_communities, { territory, communities: shortList(openBelow) });
  if (standing.status === 'active' && !standing.othersOpen) throw new Problem(errors.territory_last, { territory });
}

function shortList(ids: readonly string[]): string {
  return ids.length > 5 ? `${ids.slice(0, 5).join(', ')} …` : ids.join(', ');
}
