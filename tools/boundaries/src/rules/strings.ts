import { isTest, lineAt } from '../source-file.ts';
import type { Workspace } from '../workspace.ts';

interface Pattern {
  readonly pattern: RegExp;
  readonly instead: string;
}

const patterns: readonly Pattern[] = [
  { pattern: /territory_\$\{|['"]territory_['"]\s*\+/g, instead: 'a schema name comes from namesOf() of @unityplan/territory/names' },
  { pattern: /\.unityplan\.org/g, instead: 'a host name comes from @unityplan/territory' },
  { pattern: /`(territory|global|cross)\.|`rpc\.\$\{|['"](territory|global|cross|rpc)\.['"]\s*\+/g, instead: 'a subject comes from the builders of @unityplan/messaging' },
  { pattern: /\bset\s+(local\s+|session\s+)?search_path\b/gi, instead: 'search_path is fixed when a pool of @unityplan/territory connects' },
];
const environment: Pattern = { pattern: /\bprocess\s*(\.\s*env\b|\[\s*['"]env['"]\s*\])|\{[^{}]*\benv\b[^{}]*\}\s*=\s*process\b/g, instead: "only a service's *.config.ts reads the environment; take it as a parameter" };

/** Where these names are built; the generator of documents writes subject patterns (`rpc.{pod}.…`) for people, never a subject. */
const builders = /^libs\/(territory|messaging)\/|^tools\/generate\//;
/** This very list names what it forbids. */
const itself = 'tools/boundaries/src/rules/strings.ts';
/** Entry points that run before any configuration is read: a command line, and the telemetry preload. */
const readsEnvironment = /\.config\.(ts|mts|mjs|js)$|^tools\/|\/src\/cli\.ts$|^libs\/telemetry\/src\/otel\.ts$/;

/** Names that only one module may build, and the environment that only configuration may read. Tests may write what they expect. */
export function checkStrings({ files, sql }: Workspace): string[] {
  const sources = [...files.map(({ path, code }) => [path, code] as const), ...sql];
  return sources.flatMap(([path, code]) => {
    if (isTest(path) || path === itself) return [];
    const applied = [...(builders.test(path) ? [] : patterns), ...(readsEnvironment.test(path) || path.endsWith('.sql') ? [] : [environment])];
    return applied.flatMap(({ pattern, instead }) => [...code.matchAll(pattern)].map((match) => `${path}:${lineAt(code, match.index)}: ${match[0].trim()}: ${instead}`));
  });
}
