import type { Project } from '../workspace.ts';
import type { ProjectGraph } from './project-graph.ts';

/** Each may use what stands before it, never what stands after. */
const layers = ['contracts', 'permissions', 'markdown', 'telemetry', 'territory', 'messaging', 'service-kit', 'testing'];
const below = (layer: string): string[] => layers.slice(0, layers.indexOf(layer));

const browserLibs: Record<string, string[]> = { sdk: ['contracts'], ui: ['contracts'] };
const types = ['service', 'app', 'e2e', 'lib', 'tool', 'runner'];

interface Kind {
  readonly type: string;
  readonly layer: string;
}

/** The projects that a kind may use, as words for the sentence and as a test. */
function allowed(from: Kind): { words: string; fits: (to: Kind) => boolean } {
  const libs = (names: string[]) => ({ words: names.length > 0 ? names.join(', ') : 'no other project', fits: (to: Kind) => to.type === 'lib' && names.includes(to.layer) });
  switch (from.type) {
    case 'service': return libs(layers);
    case 'app': return libs(['sdk', 'ui', 'contracts', 'territory']);
    case 'e2e': return libs(['sdk', 'contracts', 'testing']);
    case 'tool': return { words: 'libs and tools', fits: (to) => to.type === 'lib' || to.type === 'tool' };
    case 'runner': return { words: 'apps, libs and tools', fits: () => true };
    default: return libs(browserLibs[from.layer] ?? below(from.layer));
  }
}

/** Rules 1–3: which project may use which, by their tags. Tools may be used by tests everywhere, hence as devDependencies. */
export function checkTags(graph: ProjectGraph, projects: readonly Project[]): string[] {
  const tag = (name: string, prefix: string) => graph.nodes[name]?.data.tags?.find((text) => text.startsWith(`${prefix}:`))?.slice(prefix.length + 1) ?? '';
  const kind = (name: string): Kind => ({ type: tag(name, 'type'), layer: tag(name, 'layer') });
  const faults: string[] = [];
  for (const [name, { data }] of Object.entries(graph.nodes)) {
    const { type, layer } = kind(name);
    if (!types.includes(type)) faults.push(`${data.root}/package.json: give ${name} one of the tags ${types.map((t) => `type:${t}`).join(', ')} under "nx"`);
    else if (type === 'lib' && !layers.includes(layer) && !(layer in browserLibs)) faults.push(`${data.root}/package.json: ${name} has no known layer: tag; a new layer comes with an ADR`);
  }
  for (const { source, target } of Object.values(graph.dependencies).flat()) {
    if (!graph.nodes[source] || !graph.nodes[target] || !types.includes(kind(source).type) || !types.includes(kind(target).type)) continue;
    const { words, fits } = allowed(kind(source));
    const dev = projects.find((project) => project.name === source);
    const forTests = kind(target).type === 'tool' && (kind(source).layer === 'testing' || (dev?.devDependencies.has(target) && !dev.dependencies.has(target)));
    if (!fits(kind(target)) && !forTests) faults.push(`${source} (${describe(kind(source))}) may not use ${target} (${describe(kind(target))}): it may use ${words}`);
  }
  return faults;
}

const describe = ({ type, layer }: Kind): string => (type === 'lib' ? `lib, layer ${layer}` : type);
