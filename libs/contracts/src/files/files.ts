export * from './models.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './rpc.ts';
export * from './http.ts';
