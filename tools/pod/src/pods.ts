import { databaseName, namesOf } from '@unityplan/territory/names';

/** Whether the territories of a pod share its database, or each has one of its own. */
export type DatabaseMode = 'one' | 'own';

/** A pod that `npm start` can run on a developer's machine. */
export interface PodPlan {
  readonly id: string;
  /** What the pod makes at its first start; the first is the one whose mailbox is printed. */
  readonly territories: readonly string[];
  readonly databases: DatabaseMode;
  /** Port of the web address. All others follow from it, so each pod's differ from every other's. */
  readonly port: number;
  /** Of the PostgreSQL roles, for a server that several pods share. Default `up_`. */
  readonly rolePrefix?: string;
}

/** Folder names of pods, as people say them; ids are what everything else uses. */
export const podPlans: Readonly<Record<string, PodPlan>> = {
  denmark: { id: 'dk', territories: ['DK'], databases: 'one', port: 8080 },
  norway: { id: 'no', territories: ['NO'], databases: 'one', port: 8280, rolePrefix: 'up_no_' },
  sweden: { id: 'se', territories: ['SE'], databases: 'one', port: 8380, rolePrefix: 'up_se_' },
  europe: { id: 'eu', territories: ['DE', 'FR', 'ES'], databases: 'own', port: 8180, rolePrefix: 'up_eu_' },
  haida: { id: 'haida-fn-ca', territories: ['HAIDA-FN-CA'], databases: 'one', port: 8480, rolePrefix: 'up_haida_' },
};

/** Databases of territories that do not share the pod's: id → name. */
export function ownDatabases({ id: podId, territories }: PodPlan, mode: DatabaseMode): Readonly<Record<string, string>> {
  if (mode === 'one') return {};
  const named = territories.map((id) => [id, databaseName(namesOf(id).slug)] as const);
  return Object.fromEntries(named.filter(([, database]) => database !== databaseName(podId)));
}
