import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addImport, importNames } from '../text/imports.ts';
import type { Service } from '../workspace.ts';

/** How the tests of a service start it: the call, and how a test comes to know what that needs. */
export interface StartInTests {
  readonly call: string;
  readonly withImports: (test: string) => string;
}

/** The world that the service's own tests stand in (`test/forum-world.ts`), or the service alone where it has none. */
export function startInTests(root: string, { folder, name }: Pick<Service, 'folder' | 'name'>): StartInTests {
  const start = `start${name.pascal}`;
  const world = `${name.kebab}-world.ts`;
  if (existsSync(join(root, folder, 'test', world))) {
    return { call: `${start}World()`, withImports: (test) => addImport(test, `import { ${start}World } from './${world}';`) };
  }
  const config = `${name.camel}Config`;
  const file = join(root, folder, 'src', `${name.kebab}.config.ts`);
  const hasSettings = existsSync(file) && readFileSync(file, 'utf8').includes('podConfig.extend(');
  return {
    call: `startConstellation({ services: [${hasSettings ? `configured(${start}, ${config})` : start}] })`,
    withImports: (test) =>
      importNames(importNames(test, '@unityplan/testing', ['startConstellation', ...(hasSettings ? ['configured'] : [])]), '../src/app.ts', [start, ...(hasSettings ? [config] : [])]),
  };
}
