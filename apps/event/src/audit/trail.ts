/** The audit trail as tools read it: no framework, no configuration. */
export { canonicalHash, firstHash, hashOf, type AuditEntry } from './chain.ts';
export { CheckpointKey, type Checkpoint } from './checkpoint-key.ts';
export { makeCheckpoint } from './make-checkpoint.ts';
export { verifyTrail, type Fault, type TrailSource, type Verdict } from './verify.ts';
