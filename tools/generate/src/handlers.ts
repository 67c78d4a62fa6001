import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { owners, type EventContract } from '@unityplan/contracts';

/** Who listens to an event: services that handle it once each, and those that only hear it in every process. */
export interface Listeners {
  readonly handle: readonly string[];
  readonly hear: readonly string[];
}

type Found = Map<unknown, { Handles: Set<string>; Hears: Set<string> }>;

/** Reads `@Handles(…)` and `@Hears(…)` in the code of the services below `root`: contract → names of services. */
export function listenersOf(root: string): (event: EventContract) => Listeners {
  const found: Found = new Map();
  const apps = join(root, 'apps');
  for (const app of existsSync(apps) ? readdirSync(apps).sort() : []) for (const text of handlerFiles(join(apps, app, 'src'))) readFile(text, app, found);
  return (event) => ({ handle: [...(found.get(event)?.Handles ?? [])], hear: [...(found.get(event)?.Hears ?? [])] });
}

function handlerFiles(src: string): string[] {
  if (!existsSync(src)) return [];
  return readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.handlers.ts')).sort().map((path) => readFileSync(join(src, path), 'utf8'));
}

function readFile(text: string, app: string, found: Found): void {
  const names = namesIn(text);
  for (const [, kind, local, exported] of text.matchAll(/@(Handles|Hears)\((\w+)\.(\w+)\)/g)) {
    const owner = owners[names.get(local!) as keyof typeof owners] as Record<string, unknown> | undefined;
    const contract = owner?.[exported!];
    if (contract === undefined) throw new Error(`${app}: @${kind}(${local}.${exported}) names no contract`);
    const listeners = found.get(contract) ?? { Handles: new Set(), Hears: new Set() };
    listeners[kind as 'Handles' | 'Hears'].add(app);
    found.set(contract, listeners);
  }
}

/** What a file calls the owners of contracts: `badge as badges` → badges: badge. */
function namesIn(text: string): Map<string, string> {
  const imported = /import \{([^}]*)\} from '@unityplan\/contracts'/.exec(text)?.[1] ?? '';
  return new Map(imported.split(',').map((part) => {
    const [name = '', local = name] = part.trim().split(/ as /);
    return [local, name];
  }));
}
