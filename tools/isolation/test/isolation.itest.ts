import { casesOf } from '../src/plan.ts';
import { oddNames } from '../src/ways/rpc.ts';
import { pairs, proofOf, ring } from './proof-of.ts';

const full = process.env['PROOF'] === 'full';

// In one database only roles and policies keep territories apart.
proofOf('one', { fuzz: full ? 10_000 : 300, between: full ? pairs : ring, odd: oddNames, casesOf: (operation, probe, n) => casesOf(operation, probe, n, !full) });
