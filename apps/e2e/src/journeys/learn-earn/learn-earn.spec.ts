import { rmSync } from 'node:fs';
import { test } from '@playwright/test';
import { learnEarnByApi } from './by-api.ts';
import { learnEarnInBrowsers } from './by-browser.ts';
import { runLearningPod, type LearningPod } from './learning-pod.ts';

test.describe.configure({ mode: 'serial' });
let pod: LearningPod;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  pod = await runLearningPod();
});
test.afterAll(() => pod?.stop());

test('learn, earn, open doors, keep order: by the API, while services are killed', async () => {
  test.setTimeout(300_000);
  await learnEarnByApi(pod);
});

test('learn, earn, open doors, keep order: in browsers, while services are killed', async ({ browser }) => {
  test.setTimeout(420_000);
  rmSync(pod.clockFile, { force: true });
  await learnEarnInBrowsers(pod, browser);
});
