import type { Transaction } from 'kysely';

/* eslint-disable @typescript-eslint/no-explicit-any -- a service's own database type is opaque to the bus */

/** The open transaction of one territory; `@unityplan/territory`'s Tx fits. */
export interface AnyTx {
  readonly db: Transaction<any>;
  readonly territory: string;
  assertOpen(): void;
  beforeCommit(statement: () => { readonly sql: string; readonly parameters: readonly unknown[] }): void;
}

/** What consumers need of `@unityplan/territory`'s TerritoryDb. */
export interface TerritoryTransactor {
  transact<T>(territory: string, fn: (tx: any) => Promise<T>): Promise<T>;
  readonly global: { transact<T>(fn: (tx: any) => Promise<T>): Promise<T> };
}

/** A pg Pool or Client. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: any[]; rowCount: number | null }>;
  /** A named one is prepared once on each connection. */
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: any[]; rowCount: number | null }>;
}
