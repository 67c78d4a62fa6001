import pg from 'pg';
import { podDatabases, type PodDatabases } from '@unityplan/territory';

/** A territory of the pod as the runner shows it. */
export interface ServedTerritory {
  readonly id: string;
  /** In its own language where the registry has that. */
  readonly name: string;
  readonly status: 'active' | 'suspended' | 'archived';
}

/** The connection book of a pod that its environment describes: databases, roles, territories with a database of their own. */
export function databasesOf(env: Readonly<Record<string, string | undefined>>): PodDatabases {
  const own = Object.entries(env).flatMap(([name, value]) => (name.startsWith('POSTGRES_DB_') && value ? [[name.slice('POSTGRES_DB_'.length).replaceAll('_', '-'), value] as const] : []));
  return podDatabases({
    podId: env['POD_ID']!, databaseUrl: env['DATABASE_URL']!, roleSecret: env['POD_SECRET']!, territoryDatabases: Object.fromEntries(own),
    ...(env['ROLE_PREFIX'] ? { rolePrefix: env['ROLE_PREFIX'] } : {}),
  });
}

/** The territories that the registry says this pod has, suspended and archived ones too; none before the first start. */
export async function registeredTerritories(databases: PodDatabases): Promise<ServedTerritory[]> {
  const client = new pg.Client({ connectionString: databases.adminUrl('global') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows: [found] } = await client.query<{ there: boolean }>(`select to_regclass('global.territories') is not null as there`);
    if (!found?.there) return [];
    const { rows } = await client.query<ServedTerritory>(
      `select id, coalesce(name_own, name_en) as name, status from global.territories where pod_id = $1 and status <> 'listed' order by id`, [databases.podId]);
    return rows;
  } catch (error) {
    // The database itself is made at the first start.
    if ((error as { code?: string }).code === '3D000') return [];
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The plan's territories first, in its order, then those that came later. */
export function inPlanOrder<T extends { readonly id: string }>(territories: readonly T[], plan: readonly string[]): T[] {
  const place = ({ id }: T): number => (plan.includes(id) ? plan.indexOf(id) : plan.length);
  return territories.toSorted((a, b) => place(a) - place(b));
}
