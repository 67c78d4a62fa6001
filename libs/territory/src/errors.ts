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

// Nobody answers there; the server restarts, stops or has no connection left.
const awayCode = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08.{3}|57P.{2}|53[34]00|POOL_TIMEOUT|POOL_CLOSED)$/;
// What the PostgreSQL client says without a code.
const awayText = /connection terminated|connection.*(ended|closed)|timeout expired|timeout exceeded when trying to connect|connection timeout|connection error|closed and is not queryable/i;

/**
 * True when the database is out of reach, which passes without anybody's doing anything here. So does a login or a database that is missing in a
 * territory that is ours: it is being restored, or its migrator still runs.
 */
export function isAway(error: unknown): boolean {
  if (isTerritoryError(error, 'TERRITORY_NOT_HERE')) return error.cause !== undefined;
  return awayCode.test(String((error as { code?: unknown } | null)?.code ?? '')) || (error instanceof Error && awayText.test(error.message));
}
