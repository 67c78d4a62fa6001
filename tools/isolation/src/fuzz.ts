import fc from 'fast-check';
import type { Operation } from './operations.ts';
import { isOwnBusiness, type Case } from './plan.ts';
import { probes } from './probes/index.ts';
import { everywhere, type TerritoryId } from './territories.ts';
import { trickNames } from './tricks.ts';

/** Any operation under any mix at one host, but for what is its own people's business. */
export function caseAt(host: TerritoryId, operations: readonly Operation[]): fc.Arbitrary<Case> {
  return fc
    .record({
      operation: fc.constantFrom(...operations),
      ids: fc.constantFrom(...everywhere),
      bearer: fc.constantFrom('none' as const, 'forged' as const, ...everywhere),
      cookie: fc.oneof({ weight: 3, arbitrary: fc.constant('none' as const) }, { weight: 1, arbitrary: fc.constantFrom(...everywhere) }),
      trick: fc.oneof({ weight: 1, arbitrary: fc.constant('none' as const) }, { weight: 2, arbitrary: fc.constantFrom(...trickNames) }),
    })
    .map(({ operation, ...mix }) => ({ operation, probe: probes[operation.id]!, mix: { host, ...mix } }))
    .filter((one) => !isOwnBusiness(one));
}
