import { expect, it } from 'vitest';
import { checkFiles } from './check.ts';
import { faultsInService, project, tree } from './testing-tree.ts';
import { readWorkspace } from './workspace.ts';

it.each([
  ['a schema', 'export const s = (id: string) => `territory_${id}`;', 'a schema name comes from'],
  ['a schema by +', "export const s = (id: string) => 'territory_' + id;", 'a schema name comes from'],
  ['a host', 'export const h = (slug: string) => `${slug}.unityplan.org`;', 'a host name comes from'],
  ['a subject', 'export const s = (slug: string) => `territory.${slug}.topic.created`;', 'a subject comes from'],
  ['an rpc subject', 'export const s = (pod: string) => `rpc.${pod}.user.get_people`;', 'a subject comes from'],
  ['a search path', "export const q = 'SET LOCAL search_path TO x';", 'search_path is fixed'],
  ['the environment', "export const e = process.env['PORT'];", 'reads the environment'],
  ['the environment by another way', 'export const { env } = process;', 'reads the environment'],
])('refuses %s built or read by hand', (_, code, sentence) => {
  expect(faultsInService({ 'a/a.service.ts': `// one\n${code}` })).toEqual([expect.stringMatching(new RegExp(`^apps/forum/src/a/a.service.ts:2: .*${sentence}`))]);
});

it('lets prose, tests, configuration and the builders themselves be', () => {
  const built = 'export const s = (id: string) => [`territory_${id}`, `territory.${id}.x.y`, `${id}.unityplan.org`];';
  expect(faultsInService({
    'a/a.service.ts': '// process.env and `territory_${id}` are for others\n/* .unityplan.org */ export const a = 1;',
    'a/a.test.ts': built,
    'forum.config.ts': 'export const port = process.env.PORT;',
  })).toEqual([]);
  expect(checkFiles(readWorkspace(tree({ 'libs/territory/package.json': project('territory', ['type:lib']), 'libs/territory/src/names.ts': built })))).toEqual([]);
});

it('reads migrations too', () => {
  expect(faultsInService({ 'db/migrations/territory/1.sql': 'select 1;\nset search_path = x;' })).toEqual([expect.stringContaining('1.sql:2: set search_path')]);
});
