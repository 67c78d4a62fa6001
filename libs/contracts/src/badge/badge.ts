export * from './errors.ts';
export * from './events.ts';
export * from './verdict.ts';
export * from './rpc.ts';
export * from './http.ts';
