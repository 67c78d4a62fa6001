import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readServiceEnvironment, serviceEnvironmentFile, writePrivate } from '@unityplan/servers';
import { databaseName } from '@unityplan/territory/names';
import { ownDatabases, podPlans, type DatabaseMode } from './pods.ts';

/** What a state folder is of, from its first start on. */
export interface PodSettings {
  readonly pod: string;
  readonly databases: DatabaseMode;
}

/** The file that says which pod a state folder belongs to. */
export const settingsFile = (stateDir: string): string => join(stateDir, 'pod.json');

/** Remembers which pod the folder is of and how its data is laid out. Throws a sentence when it is of another, or laid out otherwise. */
export function keepPodSettings(stateDir: string, pod: string, asked: DatabaseMode | undefined): PodSettings {
  const kept = readPodSettings(stateDir);
  if (!kept) {
    const settings: PodSettings = { pod, databases: asked ?? podPlans[pod]!.databases };
    writePrivate(settingsFile(stateDir), `${JSON.stringify(settings)}\n`);
    return settings;
  }
  if (kept.pod !== pod) throw new Error(`${stateDir} holds the pod ${kept.pod}, and data of two pods must not meet. Start it with npm start -- --pod ${kept.pod}, or give ${pod} another folder with --state.`);
  if (asked === undefined || asked === kept.databases) return kept;
  const before = kept.databases === 'own' ? `a database for each territory (${Object.values(ownDatabases(podPlans[pod]!, 'own')).join(', ')})` : `one database for all territories (${databaseName(podPlans[pod]!.id)})`;
  throw new Error(
    `This pod was made with ${before}, and its data would not be found elsewhere. Leave --databases ${asked} away to go on with it; ` +
      `for the other layout make a second pod with data of its own: npm start -- --pod ${pod} --databases ${asked} --state DIR --port N`,
  );
}

/** What a folder is of; folders from before there were several pods say it by their environment. Throws a sentence when it cannot be read. */
function readPodSettings(stateDir: string): PodSettings | undefined {
  const file = settingsFile(stateDir);
  if (existsSync(file)) {
    const kept = parsed(readFileSync(file, 'utf8'));
    if (kept) return kept;
    throw new Error(`${file} does not say which pod this folder is of. Restore it, as in {"pod":"denmark","databases":"one"}.`);
  }
  if (!existsSync(serviceEnvironmentFile(stateDir))) return undefined;
  const id = readServiceEnvironment(stateDir)['POD_ID'];
  const pod = Object.entries(podPlans).find(([, plan]) => plan.id === id)?.[0];
  return pod === undefined ? undefined : { pod, databases: 'one' };
}

function parsed(text: string): PodSettings | undefined {
  try {
    const { pod, databases } = JSON.parse(text) as Partial<PodSettings>;
    return typeof pod === 'string' && (databases === 'one' || databases === 'own') ? { pod, databases } : undefined;
  } catch {
    return undefined;
  }
}
