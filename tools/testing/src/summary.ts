import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers of tests, summed over runners. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites?: number;
  numPendingTests: number;
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Reads one JSON report of vitest or Playwright. A file that failed before its first test counts as one failed. */
export function countsOf(report: VitestReport | PlaywrightReport): Counts {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const failed = report.numFailedTests || (report.numFailedTestSuites ? 1 : 0);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
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

/** Sums every report below the workspace. */
export function sumResults(root: string): Counts {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of resultFolders(root))
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const counts = countsOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as VitestReport);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    }
  return total;
}

/** The closing line of a run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
