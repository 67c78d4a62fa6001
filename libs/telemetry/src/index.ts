export * from './trace.ts';
export * from './span.ts';
export * from './log.ts';
export * from './metrics.ts';
