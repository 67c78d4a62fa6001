import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../workspace.ts';

/** What services that do not start without it are told in a test. */
const needed: Readonly<Record<string, string>> = {
  notification: "smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'Tests <tests@unityplan.localhost>', pushContact: 'mailto:tests@unityplan.localhost'",
};

/** How a test starts a service: what it imports from `app.ts`, and the start function to hand to `startConstellation`. */
export function startInTests(root: string, { folder, name }: Service): { imports: string; start: string } {
  const text = readFileSync(join(root, folder, 'src', `${name.kebab}.config.ts`), 'utf8');
  const start = `start${name.pascal}`;
  if (!text.includes('podConfig.extend(')) return { imports: start, start };
  const config = `${name.camel}Config`;
  const more = needed[name.kebab];
  return { imports: `${config}, ${start}`, start: `(given) => ${start}({ ...given, config: ${config}.parse({ ...(given.config as object)${more ? `, ${more}` : ''} }) })` };
}
