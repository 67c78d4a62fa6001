import type { SourceFile } from '../source-file.ts';
import { projectRootOf, type Project } from '../workspace.ts';

const place = (path: string) => {
  const [, , , area = '', feature = ''] = path.split('/');
  return { area, feature };
};

/** Rule 5: app → features → shared; a feature never uses a feature; no barrels. And of `territory` only its names. */
export function checkFrontend(files: readonly SourceFile[], projects: readonly Project[]): string[] {
  const browser = new Set(projects.filter(({ tags }) => tags.includes('platform:browser')).map(({ root }) => root));
  return files.filter(({ path }) => browser.has(projectRootOf(path))).flatMap((file) => [...wrongWay(file), ...barrel(file), ...onlyNames(file)]);
}

function wrongWay({ path, imports }: SourceFile): string[] {
  if (!path.startsWith('apps/')) return [];
  const from = place(path);
  return imports.flatMap(({ target }) => {
    if (!target || projectRootOf(target) !== projectRootOf(path)) return [];
    const to = place(target);
    if (from.area === 'shared' && (to.area === 'features' || to.area === 'app')) return [`${path}: shared may not use ${to.area} (${target})`];
    if (from.area === 'features' && to.area === 'app') return [`${path}: a feature may not use app (${target})`];
    if (from.area === 'features' && to.area === 'features' && from.feature !== to.feature)
      return [`${path}: the feature ${from.feature} may not use the feature ${to.feature} (${target}); move what both need to shared, or compose them in app`];
    return [];
  });
}

function barrel({ path }: SourceFile): string[] {
  return /^apps\/.*\/index\.ts$/.test(path) ? [`${path}: no barrels in an app; import the file itself`] : [];
}

function onlyNames({ path, imports }: SourceFile): string[] {
  const wrong = imports.filter(({ specifier }) => /^@unityplan\/territory(\/|$)/.test(specifier) && specifier !== '@unityplan/territory/names');
  return wrong.map(({ specifier }) => `${path}: ${specifier} runs on servers only; browser code may use @unityplan/territory/names`);
}
