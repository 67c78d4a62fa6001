import { databasesFrom, registeredTerritories } from '@unityplan/territory';

/** Every database of the pod, its own first: by the environment and by the registry. With DATABASE_URL alone it is just that one; throws when the environment names others. */
export async function databasesOf(env: Readonly<Record<string, string | undefined>>): Promise<{ name: string; connectionString: string }[]> {
  if (!env['POD_ID'] || !(env['POD_SECRET'] || env['POD_SECRET_FILE'])) {
    const others = Object.keys(env).filter((name) => name.startsWith('POSTGRES_DB_') && env[name]);
    if (others.length > 0) throw new Error(`Set POD_ID and POD_SECRET (or POD_SECRET_FILE) as the pod has them: without them the databases of ${others.join(', ')} are not looked into.`);
    return [named(env['DATABASE_URL']!)];
  }
  const databases = databasesFrom(env);
  await registeredTerritories(databases);
  return databases.list().map(({ adminUrl }) => named(adminUrl));
}

const named = (url: string): { name: string; connectionString: string } => ({ name: decodeURIComponent(new URL(url).pathname.slice(1)), connectionString: url });
