import { expect, it } from 'vitest';
import type { ProjectGraph } from './rules/project-graph.ts';
import { checkTags } from './rules/tags.ts';

const tags: Record<string, string[]> = {
  contracts: ['type:lib', 'layer:contracts'], telemetry: ['type:lib', 'layer:telemetry'], territory: ['type:lib', 'layer:territory'], messaging: ['type:lib', 'layer:messaging'],
  kit: ['type:lib', 'layer:service-kit'], testing: ['type:lib', 'layer:testing'], sdk: ['type:lib', 'layer:sdk'], ui: ['type:lib', 'layer:ui'],
  auth: ['type:service'], forum: ['type:service'], web: ['type:app'], e2e: ['type:e2e'], servers: ['type:tool'], pod: ['type:runner'],
};
const graph = (source: string, target: string): ProjectGraph => ({
  nodes: Object.fromEntries(Object.entries(tags).map(([name, list]) => [name, { data: { root: `x/${name}`, tags: list } }])),
  dependencies: { [source]: [{ source, target }] },
});
const dev = (source: string, target: string) => [{ name: source, root: '', tags: [], dependencies: new Set<string>(), devDependencies: new Set([target]) }];

it.each([
  ['messaging', 'territory'], ['testing', 'kit'], ['testing', 'servers'], ['auth', 'kit'], ['auth', 'testing'], ['web', 'sdk'], ['web', 'ui'], ['web', 'territory'],
  ['ui', 'contracts'], ['e2e', 'sdk'], ['e2e', 'testing'], ['servers', 'territory'], ['pod', 'auth'], ['pod', 'servers'],
])('%s may use %s', (source, target) => {
  expect(checkTags(graph(source, target), [])).toEqual([]);
});

it.each([
  ['auth', 'forum'], ['web', 'auth'], ['territory', 'messaging'], ['contracts', 'telemetry'], ['kit', 'testing'], ['web', 'messaging'], ['web', 'kit'], ['sdk', 'territory'],
  ['ui', 'sdk'], ['e2e', 'kit'], ['e2e', 'auth'], ['servers', 'auth'], ['auth', 'servers'], ['kit', 'auth'], ['auth', 'sdk'],
])('%s may not use %s', (source, target) => {
  expect(checkTags(graph(source, target), [])).toEqual([expect.stringMatching(new RegExp(`^${source} .* may not use ${target} `))]);
});

it('lets tests of any project use tools, declared as devDependencies', () => {
  expect(checkTags(graph('auth', 'servers'), dev('auth', 'servers'))).toEqual([]);
  expect(checkTags(graph('auth', 'forum'), dev('auth', 'forum'))).toHaveLength(1);
});

it('wants every project tagged', () => {
  const nodes = { a: { data: { root: 'libs/a', tags: [] } }, b: { data: { root: 'libs/b', tags: ['type:lib', 'layer:new'] } } };
  expect(checkTags({ nodes, dependencies: {} }, [])).toEqual([expect.stringMatching(/libs\/a\/package.json: give a one of the tags/), expect.stringMatching(/b has no known layer/)]);
});
