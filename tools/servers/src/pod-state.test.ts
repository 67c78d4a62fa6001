import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentText, podStates, runnerFile, runnerOf, runningPod, serviceEnvironmentFile } from './pod-state.ts';
import { commandLineOf, identify } from './process/identity.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'pod-state-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** A state folder whose environment was written at `second`, with this process as its runner or none. */
function pod(name: string, second: number, running: boolean, without: readonly string[] = []): string {
  const dir = join(root, '.state', name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(serviceEnvironmentFile(dir), environmentText({ POD_ID: name }));
  utimesSync(serviceEnvironmentFile(dir), second, second);
  const startTime = running ? undefined : 'another';
  const self = identify(process.pid, commandLineOf(process.pid)[0]!)!;
  writeFileSync(runnerFile(dir), JSON.stringify({ ...self, ...(startTime && { startTime }), port: 8080, pod: name, without }));
  return dir;
}

it('finds the running pod first, then the newest, and believes UNITYPLAN_STATE above all', () => {
  expect(podStates(root)).toEqual([]);
  const older = pod('older', 1000, true);
  const newer = pod('newer', 2000, false);
  expect(podStates(root)).toEqual([older, newer]);
  expect(runningPod(root, undefined, {})).toMatchObject({ stateDir: older, environment: { POD_ID: 'older' } });
  expect(runningPod(root, undefined, { UNITYPLAN_STATE: '.state/newer' })).toBeUndefined();
  rmSync(older, { recursive: true });
  expect(podStates(root)).toEqual([newer]);
  expect(runningPod(root, undefined, {})).toBeUndefined();
});

it('gives a service to the pod that runs without it', () => {
  const lacking = pod('lacking', 1000, true, ['forum']);
  const whole = pod('whole', 2000, true);
  expect(runningPod(root, 'forum', {})?.stateDir).toBe(lacking);
  expect(runningPod(root, 'auth', {})?.stateDir).toBe(whole);
});

it('believes no runner whose pid went to another process', () => {
  expect(runnerOf(pod('dead', 1000, false))).toBeUndefined();
});

it('writes values that come back as they were', () => {
  const env = { MAIL_FROM: 'UnityPlan <a@b.localhost>', PUBLIC_URL: 'http://{slug}.localhost:1', ODD: 'a#b "c" $HOME `d`', DIR: "/home/o'brien" };
  expect(parseEnv(environmentText({ ...env, NONE: undefined }))).toEqual(env);
  expect(() => environmentText({ A: `it's "x"` })).toThrow(/^A holds quotes/);
});
