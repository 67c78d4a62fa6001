import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Numbers of tests, summed over runners. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What a run came to: its numbers, and what failed, one text each. */
export interface Sum {
  counts: Counts;
  failures: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites?: number;
  numPendingTests: number;
  testResults?: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}
interface PlaywrightSuite {
  file: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; ok: boolean; tests: { results: { errors: { message?: string }[] }[] }[] }[];
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites?: PlaywrightSuite[];
}
type Report = VitestReport | PlaywrightReport;

/** Reads one JSON report of vitest or Playwright. A file that failed before its first test counts as one failed. */
export function countsOf(report: Report): Counts {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const failed = report.numFailedTests || (report.numFailedTestSuites ? 1 : 0);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

const linesOfMessage = 12;
const say = (file: string, title: string, message = ''): string => `${file}: ${title}\n    ${stripVTControlCharacters(message).split('\n').slice(0, linesOfMessage).join('\n    ')}`;

/** What failed in one report: file, test and the beginning of its message, one text each. */
export function failuresOf(report: Report): string[] {
  if ('stats' in report) return (report.suites ?? []).flatMap(failuresOfSuite);
  return (report.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [say(name, 'failed before its first test', message)] : [];
    return failed.map(({ fullName, failureMessages }) => say(name, fullName, failureMessages[0]));
  });
}

function failuresOfSuite({ file, specs, suites = [] }: PlaywrightSuite): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ title, tests }) => say(file, title, tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors)[0]?.message));
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

function resultFolders(root: string): string[] {
  return ['apps', 'libs', 'tools'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name, '.results')).filter((folder) => existsSync(folder)),
  );
}

/** Forgets reports of earlier runs; those of cached targets come back with the cache. */
export function clearResults(root: string): void {
  for (const folder of resultFolders(root)) rmSync(folder, { recursive: true });
}

/** Every report below the workspace: counts summed, failures one after another with paths from the workspace. */
export function sumResults(root: string): Sum {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  for (const folder of resultFolders(root))
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const report = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Report;
      const { passed, failed, skipped } = countsOf(report);
      counts.passed += passed;
      counts.failed += failed;
      counts.skipped += skipped;
      failures.push(...failuresOf(report).map((failure) => failure.replaceAll(`${root}/`, '')));
    }
  return { counts, failures };
}

/** A step of the run that did not pass, and how many failures the reports it wrote name. */
export interface FailedStep {
  title: string;
  reported: number;
}

/** The same with the steps that did not pass, by title. One whose reports name no failure (types, import rules) counts as one. */
export function withSteps({ counts, failures }: Sum, steps: readonly FailedStep[]): Sum {
  const unreported = steps.filter(({ reported }) => reported === 0).length;
  return { counts: { ...counts, failed: counts.failed + unreported }, failures: [...failures, ...steps.map(({ title }) => title)] };
}

/** The closing line of a run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
