import { expect, it } from 'vitest';
import { checkFiles } from './check.ts';
import { faultsInService, project, tree } from './testing-tree.ts';
import { readWorkspace } from './workspace.ts';

const faults = (files: Record<string, string>) => checkFiles(readWorkspace(tree(files)));
const use = (...paths: string[]) => paths.map((path) => `import { x } from '${path}'; x();`).join('\n');

it('lets a capability use its own folder, db, and what others offer', () => {
  expect(faultsInService({
    'topics/topics.service.ts': use('./topics.repository.ts', '../db/schema.ts', '../posts/posts.views.ts', '../posts/posts.policy.ts', '../posts/posts.service.ts', '../events.ts'),
    'topics/topics.repository.ts': '', 'db/schema.ts': '', 'posts/posts.views.ts': '', 'posts/posts.policy.ts': '', 'posts/posts.service.ts': '', 'events.ts': '',
  })).toEqual([]);
});

it('refuses the repository and inner files of another capability, also by type and import()', () => {
  const found = faultsInService({
    'topics/topics.service.ts': `import type { X } from '../posts/posts.repository.ts'; export const x = (): X => import('../posts/posts.mapper.ts');`,
    'posts/posts.repository.ts': '', 'posts/posts.mapper.ts': '',
  });
  expect(found).toEqual([
    expect.stringContaining('topics may not use the repository of posts (posts/posts.repository.ts)'),
    expect.stringContaining('topics may not use an inner file of posts (posts/posts.mapper.ts)'),
  ]);
});

it('leaves folders alone that are no capability', () => {
  expect(faultsInService({ 'edge/edge.ts': use('../proxy/routes.ts'), 'proxy/routes.ts': '' })).toEqual([]);
});

it('refuses services that use each other', () => {
  const found = faultsInService({ 'a/a.service.ts': use('../b/b.service.ts'), 'b/b.views.ts': use('../a/a.service.ts'), 'b/b.service.ts': '' });
  expect(found).toEqual(['apps/forum/src/a/a.service.ts uses the service of b, and apps/forum/src/b/b.views.ts that of a: one direction only']);
});

it('keeps controllers and handlers thin', () => {
  const found = faultsInService({ 'a/a.controller.ts': use('./a.service.ts', './a.views.ts', './a.repository.ts'), 'a/a.handlers.ts': use('../db/schema.ts'), 'a/a.service.ts': '', 'a/a.views.ts': '', 'a/a.repository.ts': '', 'db/schema.ts': '' });
  expect(found).toEqual([
    'apps/forum/src/a/a.controller.ts: a controller uses only services and views, not a/a.repository.ts',
    'apps/forum/src/a/a.handlers.ts: a handler uses only services and views, not db/schema.ts',
  ]);
  expect(faultsInService({ 'a/a.handlers.ts': `import type { Tx } from '../db/schema.ts'; export const on = (tx: Tx) => tx;`, 'db/schema.ts': '' })).toEqual([]);
});

it('finds import cycles, but lets types point back', () => {
  expect(faultsInService({ 'a/one.ts': use('./two.ts'), 'a/two.ts': use('./three.ts'), 'a/three.ts': use('./one.ts') })).toEqual([
    expect.stringMatching(/^import cycle: (.*→ ){3}.*$/),
  ]);
  expect(faultsInService({ 'a/one.ts': use('./two.ts'), 'a/two.ts': `import type { X } from './one.ts'; import { type Y } from './one.ts'; export type Z = X & Y;` })).toEqual([]);
});

it('keeps the frontend pointing one way', () => {
  const found = faults({
    'apps/web/package.json': project('web', ['type:app', 'platform:browser'], ['territory']),
    'apps/web/src/app/page.tsx': use('../features/forum/list.tsx', '../shared/hook.ts'),
    'apps/web/src/features/forum/list.tsx': use('../auth/user.ts', '../../app/page.tsx', '../../shared/hook.ts'),
    'apps/web/src/features/auth/user.ts': `import { namesOf } from '@unityplan/territory/names'; import { TerritoryDb } from '@unityplan/territory'; void [namesOf, TerritoryDb];`,
    'apps/web/src/features/auth/index.ts': '',
    'apps/web/src/shared/hook.ts': use('../features/auth/user.ts'),
  });
  for (const part of ['no barrels', 'runs on servers only', 'the feature forum may not use the feature auth', 'a feature may not use app', 'shared may not use features'])
    expect(found.filter((fault) => fault.includes(part))).toHaveLength(1);
});

it('wants workspace packages declared, and for what ships not only for tests', () => {
  const found = faults({
    'libs/a/package.json': project('a', ['type:lib'], ['b'], ['c']),
    'libs/a/src/one.ts': use('@unityplan/b/deep', '@unityplan/c', '@unityplan/d'),
    'libs/a/src/two.ts': use('@unityplan/d'),
    'libs/a/src/one.test.ts': use('@unityplan/c'),
  });
  expect(found).toEqual([
    'libs/a/package.json does not declare @unityplan/d, which libs/a/src/one.ts and 1 more imports',
    'libs/a/src/one.ts: imports @unityplan/c, which is only a devDependency in libs/a/package.json; move it to dependencies',
  ]);
});

it('keeps Node modules out of code that also runs in browsers', () => {
  const files = { 'libs/a/src/one.ts': use('node:fs'), 'libs/a/src/one.test.ts': use('node:fs') };
  expect(faults({ 'libs/a/package.json': project('a', ['platform:any']), ...files })).toEqual([expect.stringContaining('libs/a/src/one.ts: node:fs does not exist in browsers')]);
  expect(faults({ 'libs/a/package.json': project('a', ['platform:node']), ...files })).toEqual([]);
});
