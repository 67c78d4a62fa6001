export { covers, type Places } from './places.ts';
export { evaluate, type Holder, type Lack, type Verdict } from './evaluate.ts';
export { listed, sayMissing, sayWay } from './sentences.ts';
export { findCycle, type Obtaining } from './obtainable.ts';
