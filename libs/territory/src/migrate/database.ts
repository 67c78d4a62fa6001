import pg from 'pg';
import { TerritoryError } from '../errors.ts';
import { connectAdmin } from './apply.ts';

/** Creates an empty UTF-8 database on the server of `adminUrl`; answers whether it was missing. Needs CREATEDB; throws ADMIN_CANNOT_CREATE_ROLES, saying what to run. */
export async function createDatabaseIfMissing(adminUrl: string, name: string): Promise<boolean> {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  const client = await connectAdmin(url.href);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return false;
    await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42P04' || code === '23505') return false;
    if (code !== '42501') throw error;
    const user = pg.escapeIdentifier(client.user!);
    throw new TerritoryError('ADMIN_CANNOT_CREATE_ROLES', `The database user ${client.user} may not create the database ${name} (run: ALTER ROLE ${user} CREATEDB, or CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${user}).`, { cause: error });
  } finally {
    await client.end();
  }
}
