import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stepsOf, typed, type Step } from './walkthrough.ts';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

const everything = process.env['PROOF'] === 'full';
let copy: WorkspaceCopy;
/** The commit after the README's example. */
let walked: string;
beforeAll(() => { copy = copyWorkspace(); });
afterAll(() => copy?.remove());

/** One of each kind, one into the other, of two words each, so that every form of a name is used. */
const quick = [
  'service time-bank --thing spare-hour --about "Hours that members have to spare."',
  'capability wishes --in time-bank --thing wish',
  'event spare_hour.taken --owner time-bank --to time-bank --fields memberId:id,spareHourId:id,minutes:int',
  'migration add_place --in time-bank --column spare_hours.place:text',
  'page spare-hours --en "Hours to spare" --da "Timer tilovers"',
];
/** What does not go along with the service it was made with. */
const more = [
  'event topic.created --to time-bank', 'migration ratings --in time-bank --table ratings', 'migration later --in user', 'event walk.begun --owner course --to forum',
  'page all-badges --list listBadges', 'page own-files --list listFiles',
];
/** Every service there is gets a capability, and hears of that of the one before it; the event service hears of everything already. */
const services = ['auth', 'badge', 'course', 'event', 'files', 'forum', 'notification', 'territory', 'user', 'websocket'].map((name, index, all) => ({ name, before: all.at(index - 1)! }));
const everywhere = [
  ...services.map(({ name }) => `capability ${name}-notes --in ${name}`),
  ...services.filter(({ name }) => name !== 'event').map(({ name, before }) => `event ${before}_note.created --to ${name}`),
];

// A pod is started by apps/e2e, and by hand.
const notHere = 'npm start';
const isLong = (text: string): boolean => /^(npx nx|npm run itest)/.test(text);
const take = (step: Step): void => {
  if (step.kind === 'lines') {
    const file = join(copy.root, step.path);
    return writeFileSync(file, typed(existsSync(file) ? readFileSync(file, 'utf8') : undefined, step));
  }
  if (step.text !== notHere && (everything || !isLong(step.text))) copy.run(step.text);
};

it('makes what the README’s worked example says, word by word', () => {
  for (const step of stepsOf(copy.read('README.md'))) take(step);
  copy.commit();
  walked = copy.run('git rev-parse HEAD').trim();
});

it('makes one of each kind, and none of them twice', () => {
  for (const line of everything ? [...quick, ...more] : quick) {
    const asked = `npm run -s new -- ${line}`;
    if (everything || line === quick[0]) {
      expect(copy.run(`${asked} --dry-run`)).toContain('Nothing was written');
      expect(copy.run('git status --porcelain'), line).toBe('');
    }
    copy.run(asked);
    copy.commit();
    if (everything || line === quick[0]) expect(() => copy.run(asked), `${line} again`).toThrow(/already/);
  }
});

if (everything) it('makes a capability and a handler in every service there is', () => {
  for (const line of everywhere) {
    copy.run(`npm run -s new -- ${line}`);
    copy.commit();
  }
});

it('leaves generated files fresh and the lockfile as npm has it', () => {
  copy.run('npm run -s generate:check');
  expect(copy.read('README.md')).toContain('| `apps/time-bank` | Hours that members have to spare |');
  if (!everything) return;
  copy.run('npm install --package-lock-only --ignore-scripts --offline --no-audit --no-fund --loglevel=error');
  expect(copy.run('git status --porcelain')).toBe('');
});

it('passes types, lint and small tests as it is', () => {
  const touched = ['recipe', 'time-bank', ...(everything ? services.map(({ name }) => name) : [])].flatMap((name) => [`apps/${name}`, `apps/${name}/test`]);
  const projects = [...touched.filter((path) => existsSync(join(copy.root, path, 'tsconfig.json'))), 'apps/frontend', ...(everything ? ['apps/e2e', 'tools/pod'] : [])];
  copy.run(`npx tsc -b --checkers 1 ${projects.join(' ')}`);
  copy.run(`npx eslint $(git diff --name-only --diff-filter=AM ${everything ? '$(git rev-list --max-parents=0 HEAD)' : walked} -- 'apps/*.ts' 'apps/*.tsx' ':!*.gen.ts' ':!*.d.ts')`);
  copy.run('cd apps/time-bank && npx vitest run');
  copy.run(`cd apps/frontend && npx vitest run src/features/spare-hours src/i18n ${everything ? 'src/features/all-badges src/features/own-files' : ''}`);
  if (everything) for (const { name } of services) copy.run(`cd apps/${name} && npx vitest run src/${name}-notes`);
});

it('keeps the import rules, and leaves nothing unused', () => {
  expect(copy.run('node tools/boundaries/src/main.ts')).toContain('Boundaries hold');
  copy.run(everything ? 'npm run -s unused' : 'npx knip --no-config-hints -W apps/time-bank -W apps/frontend');
});

if (everything) it.each([{ name: 'time-bank', tests: '' }, ...services.map(({ name, before }) => ({ name, tests: `${name}-notes ${before}-note-created` })), { name: 'forum', tests: 'walk-begun' }])(
  'passes its tests on real servers: $name $tests', ({ name, tests }) => void copy.run(`cd apps/${name} && npx vitest run -c vitest.itest.config.ts ${tests}`));

if (everything) it('makes pages that everyone can use: no fault that axe finds, and 320 px wide', () => void copy.run('cd apps/e2e && npx playwright test a11y/pages', { E2E_PORT: '19480' }));
