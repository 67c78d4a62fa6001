import { commonErrors, Problem } from '@unityplan/contracts';
import { isAway, isTerritoryError } from '@unityplan/territory';
import { EnvelopeError } from '../envelope.ts';

/** What to do about a failed event: give up now, count and try again, or wait for the infrastructure without counting. */
export type Verdict = 'dead' | 'retry' | 'wait';

/** The payload does not fit the contract, or no contract or handler knows the event. */
export class MisfitError extends Error {
  override readonly name = 'MisfitError';
}

/** What the kind of a failure says about trying again. */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof EnvelopeError || error instanceof MisfitError) return 'dead';
  // A service that is asked is away, as a database can be: its absence is no fault of the event, however long it lasts.
  if (error instanceof Problem && error.contract === commonErrors.service_unavailable) return 'wait';
  // 408, 425 and 429 ask for another try; the other 4xx say that trying again changes nothing.
  if (error instanceof Problem) return error.contract.status < 500 && ![408, 425, 429].includes(error.contract.status) ? 'dead' : 'retry';
  if (isAway(error) || isBusy(error)) return 'wait';
  return isTerritoryError(error) && ['TERRITORY_UNKNOWN', 'TERRITORY_NOT_HERE', 'TERRITORY_ID_INVALID'].includes(error.code) ? 'dead' : 'retry';
}

/** PostgreSQL is out of room, or asks for the transaction again: not the event's fault. */
const isBusy = (error: unknown): boolean => /^(53|40001|40P01|55P03)/.test(String((error as { code?: unknown } | null)?.code ?? ''));
