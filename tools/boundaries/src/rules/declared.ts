import { isTest, type SourceFile } from '../source-file.ts';
import { packageOf, projectRootOf, type Project, type Workspace } from '../workspace.ts';

/** Every workspace package a file imports stands in its package.json; what ships does not lean on a devDependency, and browser code on no Node module. */
export function checkDeclared({ projects, files }: Workspace): string[] {
  return projects.flatMap((project) => {
    const own = files.filter(({ path }) => projectRootOf(path) === project.root);
    const shipped = own.filter(({ path }) => !isTest(path) && !/\.config\.(ts|mjs)$/.test(path));
    const anywhere = project.tags.some((tag) => tag === 'platform:any' || tag === 'platform:browser');
    return [...undeclared(own, project), ...onlyForTests(shipped, project), ...(anywhere ? shipped.flatMap(nodeModules) : [])];
  });
}

const manifest = (project: Project): string => `${project.root}/package.json`;

/** One sentence per missing package, with the first file that needs it. */
function undeclared(own: readonly SourceFile[], project: Project): string[] {
  const known = (name: string) => name === project.name || project.dependencies.has(name) || project.devDependencies.has(name);
  const missing = new Map<string, string[]>();
  for (const { path, imports } of own)
    for (const name of new Set(imports.map(({ specifier }) => packageOf(specifier)))) if (name.startsWith('@unityplan/') && !known(name)) missing.set(name, [...(missing.get(name) ?? []), path]);
  return [...missing].map(([name, paths]) => `${manifest(project)} does not declare ${name}, which ${paths[0]}${paths.length > 1 ? ` and ${paths.length - 1} more` : ''} imports`);
}

function onlyForTests(shipped: readonly SourceFile[], project: Project): string[] {
  return shipped.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, typeOnly }) => {
      const name = packageOf(specifier);
      const dev = name.startsWith('@unityplan/') && project.devDependencies.has(name) && !project.dependencies.has(name);
      return dev && !typeOnly ? [`${path}: imports ${name}, which is only a devDependency in ${manifest(project)}; move it to dependencies`] : [];
    }),
  );
}

function nodeModules({ path, imports }: SourceFile): string[] {
  return imports.flatMap(({ specifier, typeOnly }) => (specifier.startsWith('node:') && !typeOnly && path.includes('/src/') ? [`${path}: ${specifier} does not exist in browsers, where this code runs too`] : []));
}
