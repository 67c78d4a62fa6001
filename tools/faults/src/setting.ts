import { ConnectionBudget, createTerritoryDb, inMemoryRegistry, podDatabases, REFERENCE_TERRITORIES, type TerritoryDb } from '@unityplan/territory';

/** What a fixture process needs to know; passed as JSON in FAULTS_SETTING. */
export interface Setting {
  readonly databaseUrl: string;
  readonly natsUrl: string;
}

export const POD = 'dk';
export const TERRITORIES = ['DK', 'HAIDA-FN-CA'] as const;
export const NATS_ACCOUNT = { name: 'POD', user: 'pod', password: 'pod', jetstream: true };
export const ROLES = { rolePrefix: 'faults_', roleSecret: 'a secret of the fault rig' };
export const LEASE_POLL_MS = 100;

export const databasesOf = (setting: Setting) => podDatabases({ podId: POD, databaseUrl: setting.databaseUrl, ...ROLES });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- fixture tables
export function dbOf(setting: Setting, service: string): TerritoryDb<any> {
  const registry = inMemoryRegistry(REFERENCE_TERRITORIES.map((one) => ((TERRITORIES as readonly string[]).includes(one.id) ? { ...one, status: 'active', podId: POD } : one)));
  return createTerritoryDb({ service, databases: databasesOf(setting), registry, budget: new ConnectionBudget() });
}
