/** Machine-readable reasons; the edge maps them to problem documents. */
export type TerritoryErrorCode =
  | 'TERRITORY_ID_INVALID'
  | 'TERRITORY_UNKNOWN'
  | 'TERRITORY_NOT_HERE'
  | 'TRANSACTION_ENDED'
  | 'TRANSACTION_CONTROL'
  | 'POOL_CLOSED'
  | 'POOL_TIMEOUT'
  | 'BUDGET_EXCEEDED'
  | 'ADMIN_CANNOT_CREATE_ROLES'
  | 'MIGRATION_REFUSED'
  | 'MIGRATION_FAILED'
  | 'SEAL_BROKEN'
  | 'CONFIG_INVALID';

/** Every error this lib throws on purpose. `code` is stable, `message` is for people and never holds a secret. */
export class TerritoryError extends Error {
  readonly code: TerritoryErrorCode;
  constructor(code: TerritoryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TerritoryError';
    this.code = code;
  }
}

/** True when `error` is a TerritoryError, optionally of one code. */
export function isTerritoryError(error: unknown, code?: TerritoryErrorCode): error is TerritoryError {
  return error instanceof TerritoryError && (code === undefined || error.code === code);
}
