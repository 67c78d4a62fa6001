import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentText, identify, runnerFile, serviceEnvironmentFile, withFolderLock } from '@unityplan/servers';
import { chooseState, takePod } from './choose-pod.ts';
import { neighbourAt } from './neighbours.ts';
import { claimState, leaveState } from './runner.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'choose-'))));
afterEach(() => rmSync(root, { recursive: true }));

async function state(pod: string, port?: number): Promise<string> {
  const dir = join(root, '.state', pod);
  mkdirSync(dir, { recursive: true });
  writeFileSync(serviceEnvironmentFile(dir), environmentText({ POD_ID: pod }));
  if (port !== undefined) await claimState(dir, { port, pod, without: [] });
  return dir;
}

it('takes the pod out of the arguments of a command', () => {
  expect(takePod(['verify', '--pod', 'europe', '--territory', 'DE'])).toEqual({ pod: 'europe', rest: ['verify', '--territory', 'DE'] });
  expect(takePod(['--pod=europe', 'status'])).toEqual({ pod: 'europe', rest: ['status'] });
  expect(takePod(['status'])).toEqual({ pod: undefined, rest: ['status'] });
  for (const args of [['status', '--pod'], ['--pod', '--help'], ['--pod=']]) expect(() => takePod(args)).toThrow('--pod needs a name');
});

it('chooses the pod that is named, or the one that runs, and asks when there are several', async () => {
  expect(() => chooseState(root, undefined, {})).toThrow(/^There is no pod in \.state: run npm start once/);
  const denmark = await state('denmark', 8080);
  const europe = await state('europe');
  expect(chooseState(root, undefined, {})).toBe(denmark);
  expect(chooseState(root, 'europe', {})).toBe(europe);
  expect(chooseState(root, 'europe', { UNITYPLAN_STATE: denmark })).toBe(europe);
  expect(chooseState(root, undefined, { UNITYPLAN_STATE: '.state/europe' })).toBe(europe);
  await claimState(europe, { port: 8180, pod: 'europe', without: [] });
  expect(() => chooseState(root, undefined, {})).toThrow(/^2 pods run \((denmark, europe|europe, denmark)\): say which one, as in --pod /);
  expect(() => chooseState(root, 'norway', {})).toThrow(/^No pod has run in .*norway: run npm start once, or choose one of .*europe/);
  expect(() => chooseState(root, undefined, { UNITYPLAN_STATE: 'elsewhere' })).toThrow(/or name another folder with UNITYPLAN_STATE/);
});

it('knows whose port it is', async () => {
  const europe = await state('europe', 8180);
  expect(neighbourAt(8101, join(root, '.state', 'denmark'), root)).toEqual({ pod: 'europe', stateDir: europe, pid: process.pid });
  expect(neighbourAt(8101, '/elsewhere/denmark', root)?.stateDir).toBe(europe);
  expect(neighbourAt(8001, '/elsewhere/denmark', root)).toBeUndefined();
  expect(neighbourAt(8101, europe, root)).toBeUndefined();
  await expect(claimState(europe, { port: 8080, pod: 'denmark', without: [] })).rejects.toThrow(/^The pod europe runs in .*, on port 8180 \(process \d+\)\. Every pod has a folder of its own/);
  leaveState(europe);
  expect(neighbourAt(8101, join(root, '.state', 'denmark'), root)).toBeUndefined();
});

it('lets one of two starts in the same moment have the folder', async () => {
  const denmark = await state('denmark');
  const claim = { port: 8080, pod: 'denmark', without: [] };
  const late = await withFolderLock(join(denmark, 'runner.lock'), async () => {
    // Has looked and found nobody, if it does not wait.
    const claiming = claimState(denmark, claim).catch(({ message }: Error) => message);
    writeFileSync(runnerFile(denmark), JSON.stringify({ ...identify(process.pid, process.execPath), ...claim }));
    return { claiming };
  });
  expect(await late.claiming).toMatch(/^This pod is running already, on port 8080/);
});
