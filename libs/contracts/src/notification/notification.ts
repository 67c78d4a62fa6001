export * from './errors.ts';
export * from './events.ts';
export * from './models.ts';
export * from './preferences.ts';
export * from './push.ts';
export * from './http.ts';
export * from './watch-http.ts';
export * from './push-http.ts';
