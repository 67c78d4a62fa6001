import { isTest, type SourceFile } from '../source-file.ts';
import { projectRootOf, type Project } from '../workspace.ts';

const capabilityOf = (path: string): string | undefined => /^apps\/[^/]+\/src\/([^/]+)\/.+/.exec(path)?.[1];
const roles = ['service', 'controller', 'handlers', 'repository', 'views', 'policy', 'mapper'];
const suffixOf = (path: string): string => /\.([a-z]+)\.ts$/.exec(path)?.[1] ?? '';
const short = (path: string): string => path.replace(/^apps\/[^/]+\/src\//, '');

/** Rule 4: inside a service a capability sees little of another, and controllers and handlers only decide nothing. */
export function checkServices(files: readonly SourceFile[], projects: readonly Project[]): string[] {
  const services = new Set(projects.filter(({ tags }) => tags.includes('type:service')).map(({ root }) => root));
  const own = files.filter(({ path }) => services.has(projectRootOf(path)) && !isTest(path));
  const edges = own.flatMap(({ path, imports }) => imports.flatMap(({ target, typeOnly }) => (target && projectRootOf(target) === projectRootOf(path) ? [{ path, target, typeOnly }] : [])));
  // A folder is a capability once a file in it plays one of the roles; other folders are plain modules (the gateway has only such).
  const capabilities = new Set(own.flatMap(({ path }) => (roles.includes(suffixOf(path)) ? [folderOf(path)] : [])));
  const crossings = edges.filter(({ target }) => capabilities.has(folderOf(target)));
  return [...crossings.flatMap(({ path, target }) => crossing(path, target)), ...edges.flatMap(({ path, target, typeOnly }) => thin(path, target, typeOnly)), ...bothWays(edges)];
}

const folderOf = (path: string): string => `${projectRootOf(path)} ${capabilityOf(path)}`;

function crossing(path: string, target: string): string[] {
  const [from, to] = [capabilityOf(path), capabilityOf(target)];
  if (!from || !to || from === to || from === 'db' || to === 'db') return [];
  if (['views', 'policy', 'service'].includes(suffixOf(target))) return [];
  const what = suffixOf(target) === 'repository' ? 'the repository' : 'an inner file';
  return [`${path}: ${from} may not use ${what} of ${to} (${short(target)}): ask its views, its policy or its service, or move what both need up to src/`];
}

function thin(path: string, target: string, typeOnly: boolean): string[] {
  if (!['controller', 'handlers'].includes(suffixOf(path))) return [];
  // A handler is given its service's transaction, so it may name that type.
  if (typeOnly && capabilityOf(target) === 'db') return [];
  const inner = capabilityOf(target) === 'db' || ['repository', 'mapper', 'policy', 'controller', 'handlers'].includes(suffixOf(target));
  return inner ? [`${path}: a ${suffixOf(path) === 'controller' ? 'controller' : 'handler'} uses only services and views, not ${short(target)}`] : [];
}

/** Two capabilities whose services use each other are one capability. */
function bothWays(edges: readonly { path: string; target: string }[]): string[] {
  const first = new Map<string, string>();
  for (const { path, target } of edges) {
    const [from, to] = [capabilityOf(path), capabilityOf(target)];
    if (suffixOf(target) === 'service' && from && to && from !== to) first.set(`${projectRootOf(path)} ${from} ${to}`, path);
  }
  return [...first].flatMap(([key, path]) => {
    const [root, from, to] = key.split(' ') as [string, string, string];
    const back = first.get(`${root} ${to} ${from}`);
    return back && from < to ? [`${path} uses the service of ${to}, and ${back} that of ${from}: one direction only`] : [];
  });
}
