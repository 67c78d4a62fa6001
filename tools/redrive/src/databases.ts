import { databasesFrom, registeredTerritories } from '@unityplan/territory';

/** Every database of the pod, its own first: by the environment and by the registry. With DATABASE_URL alone it is just that one. */
export async function databasesOf(env: Readonly<Record<string, string | undefined>>): Promise<{ name: string; connectionString: string }[]> {
  if (!env['POD_ID'] || !(env['POD_SECRET'] || env['POD_SECRET_FILE'])) return [named(env['DATABASE_URL']!)];
  const databases = databasesFrom(env);
  await registeredTerritories(databases);
  return databases.list().map(({ adminUrl }) => named(adminUrl));
}

const named = (url: string): { name: string; connectionString: string } => ({ name: decodeURIComponent(new URL(url).pathname.slice(1)), connectionString: url });
