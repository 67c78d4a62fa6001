import { commonErrors, Problem, territory as contracts } from '@unityplan/contracts';
import type { Territory } from '@unityplan/territory';

/** What a territory that is not open answers to every call. */
export function closedDoor({ names: { en, da }, status }: Territory): Problem {
  const { territory_suspended, territory_archived } = contracts.territoryErrors;
  const error = status === 'suspended' ? territory_suspended : status === 'archived' ? territory_archived : commonErrors.territory_unavailable;
  return new Problem(error, { territory: { en, da } });
}
