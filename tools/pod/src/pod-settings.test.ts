import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentText, serviceEnvironmentFile } from '@unityplan/servers';
import { keepPodSettings, settingsFile } from './pod-settings.ts';

let state: string;
beforeEach(() => void (state = mkdtempSync(join(tmpdir(), 'settings-'))));
afterEach(() => rmSync(state, { recursive: true }));

it('remembers what a pod was made with, and goes on with it', () => {
  expect(keepPodSettings(state, 'europe', undefined)).toEqual({ pod: 'europe', databases: 'own' });
  expect(keepPodSettings(state, 'europe', 'own')).toEqual({ pod: 'europe', databases: 'own' });
  expect(keepPodSettings(state, 'europe', undefined)).toEqual({ pod: 'europe', databases: 'own' });
});

it('refuses another layout with the reason and the way', () => {
  keepPodSettings(state, 'europe', undefined);
  expect(() => keepPodSettings(state, 'europe', 'one')).toThrow(/^This pod was made with a database for each territory \(unityplan_de, unityplan_fr, unityplan_es\), .* Leave --databases one away .* npm start -- --pod europe --databases one --state DIR --port N$/);
  rmSync(settingsFile(state));
  keepPodSettings(state, 'europe', 'one');
  expect(() => keepPodSettings(state, 'europe', 'own')).toThrow(/^This pod was made with one database for all territories \(unityplan_eu\)/);
});

it('refuses the folder of another pod, also one from before pods wrote it down', () => {
  writeFileSync(serviceEnvironmentFile(state), environmentText({ POD_ID: 'dk' }));
  expect(() => keepPodSettings(state, 'europe', undefined)).toThrow(/holds the pod denmark, .* npm start -- --pod denmark, or give europe another folder/);
  expect(keepPodSettings(state, 'denmark', undefined)).toEqual({ pod: 'denmark', databases: 'one' });
  writeFileSync(settingsFile(state), '{"pod":');
  expect(() => keepPodSettings(state, 'denmark', undefined)).toThrow(/does not say which pod this folder is of\. Restore it/);
});
