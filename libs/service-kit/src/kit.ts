/** Injection tokens of what every service gets from the kit. Classes (Outbox, RpcClient, Broadcasts) are their own tokens. */
export const CONFIG = Symbol('config');
export const DB = Symbol('territory database');
export const REGISTRY = Symbol('territory registry');
export const KEYRING = Symbol('keyring');
export const LOGGER = Symbol('logger');
export const METRICS = Symbol('metrics');
export const REDIS = Symbol('redis');
export const CLOCK = Symbol('clock');

/** Milliseconds since 1970; tests inject their own. */
export type Clock = () => number;
