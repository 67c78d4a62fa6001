import pg from 'pg';
import { connectAdmin } from './apply.ts';

/** Creates an empty UTF-8 database on the server of `adminUrl`; answers whether it was missing. Needs CREATEDB. */
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
    if (['42P04', '23505'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}
