import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

const everything = process.env['PROOF'] === 'full';
let copy: WorkspaceCopy;
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
/** Into the services there are: such that start without more, and such that do not. */
const more = [
  'event topic.created --to time-bank', 'migration ratings --in time-bank --table ratings', 'migration later --in user', 'capability walks --in course', 'capability songs --in notification',
  'capability dreams --in user', 'event walk.begun --owner course --to forum', 'page all-badges --list listBadges', 'page own-files --list listFiles',
];
const firstCommit = '$(git rev-list --max-parents=0 HEAD)';

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

it('leaves generated files fresh and the lockfile as npm has it', () => {
  copy.run('npm run -s generate:check');
  expect(copy.read('README.md')).toContain('| `apps/time-bank` | Hours that members have to spare |');
  if (!everything) return;
  copy.run('npm install --package-lock-only --ignore-scripts --offline --no-audit --no-fund --loglevel=error');
  expect(copy.run('git status --porcelain')).toBe('');
});

it('passes types, lint and small tests as it is', () => {
  const services = ['time-bank', ...(everything ? ['user', 'course', 'notification', 'forum'] : [])];
  const projects = [...services.flatMap((name) => [`apps/${name}`, `apps/${name}/test`]), 'apps/frontend', ...(everything ? ['apps/e2e', 'tools/pod'] : [])];
  copy.run(`npx tsc -b ${projects.join(' ')}`);
  copy.run(`npx eslint $(git diff --name-only --diff-filter=AM ${firstCommit} -- 'apps/*.ts' 'apps/*.tsx' ':!*.gen.ts' ':!*.d.ts')`);
  copy.run('cd apps/time-bank && npx vitest run');
  copy.run('cd apps/frontend && npx vitest run src/features/spare-hours src/i18n');
});

if (everything) it('keeps the import rules', () => expect(copy.run('node tools/boundaries/src/main.ts')).toContain('Boundaries hold'));

if (everything) it('passes its tests on real servers', () => {
  for (const [app, tests] of [['time-bank', ''], ['user', 'spare-hour-taken dreams'], ['course', 'walks'], ['notification', 'songs'], ['forum', 'walk-begun']]) copy.run(`cd apps/${app} && npx vitest run -c vitest.itest.config.ts ${tests}`);
});
