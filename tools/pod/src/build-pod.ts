import { join } from 'node:path';
import { servicePorts } from '@unityplan/service-kit/ports';
import { buildIfStale, type BuildPlan } from './build.ts';

/** Builds what the pod runs, unless it is up to date: services (one bundle, or one each) and the web pages. */
export async function buildPod(root: string, what: { processes: boolean; frontend: boolean }, tell: (line: string) => void): Promise<void> {
  const buildService = join(root, 'tools', 'build', 'src', 'build-service.ts');
  const libs = ['contracts', 'telemetry', 'territory', 'messaging', 'service-kit'].map((lib) => join(root, 'libs', lib, 'src'));
  const shared = [...libs, join(root, 'tools', 'build', 'src'), join(root, 'package-lock.json')];
  const node = (cwd: string, from: string[]): BuildPlan => ({
    name: cwd.slice(root.length + 1), cwd, args: ['--conditions=@unityplan/source', buildService, '.', '--bundle'], from: [...shared, ...from],
    makes: join(cwd, 'dist', 'main.js'), stampFile: join(cwd, 'dist', '.stamp'),
  });
  const services = Object.keys(servicePorts).map((name) => join(root, 'apps', name));
  const plans = what.processes
    ? services.map((dir) => node(dir, [join(dir, 'src')]))
    : [node(join(root, 'tools', 'pod'), [join(root, 'tools', 'pod', 'src', 'main.ts'), ...services.map((dir) => join(dir, 'src'))])];
  if (what.frontend) plans.push(frontendPlan(root));
  const started = performance.now();
  const built = await Promise.all(plans.map(async (plan) => ((await buildIfStale(plan)) ? [plan.name] : [])));
  if (built.flat().length) tell(`Built ${built.flat().join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function frontendPlan(root: string): BuildPlan {
  const cwd = join(root, 'apps', 'frontend');
  const from = ['src', 'public', 'index.html', 'vite.config.ts'].map((part) => join(cwd, part));
  const libs = ['ui', 'sdk', 'contracts'].map((lib) => join(root, 'libs', lib, 'src'));
  return {
    name: 'apps/frontend', cwd, args: [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], from: [...from, ...libs, join(root, 'package-lock.json')],
    makes: join(cwd, 'dist', 'index.html'), stampFile: join(cwd, 'dist', '.stamp'),
  };
}
