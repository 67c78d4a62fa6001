export * from './events.ts';
export * from './rpc.ts';
