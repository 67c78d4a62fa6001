import { casesOf, keyCasesOf } from '../src/plan.ts';
import { oddNames } from '../src/ways/rpc.ts';
import { proofOf, ring } from './proof-of.ts';

const full = process.env['PROOF'] === 'full';

// As the Europe pod has them: what goes astray would do so on the way to a database.
proofOf('own', full
  ? { fuzz: 1_000, between: ring, odd: oddNames, casesOf: (operation, probe, n) => casesOf(operation, probe, n, true) }
  : { fuzz: 60, between: ring.slice(0, 1), odd: oddNames.slice(0, 2), casesOf: keyCasesOf });
