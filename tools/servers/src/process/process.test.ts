import { mkdtempSync, rmSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFolderLock } from './folder-lock.ts';
import { commandLineOf, identify, isOurs, parseStat, signalOurs, startTimeOf } from './identity.ts';
import { pickLine } from './log-tail.ts';
import { parsePidRecord, readLivePidRecord, writePidRecord } from './pid-file.ts';
import type { PidRecord } from './pid-file.ts';
import { parseListening } from './ports.ts';
import { startTogether } from './start-together.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'servers-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('identity', () => {
  it('reads the start time behind a name with blanks and brackets', () => {
    const stat = `42 (a) b (c) S ${Array.from({ length: 30 }, (_, i) => i + 4).join(' ')}`;
    expect(parseStat(stat)).toBe('22');
    expect(parseStat(stat.replace(') S', ') Z'))).toBeUndefined();
  });

  it('knows this process by its command line and its start time', () => {
    expect(identify(process.pid, 'x')?.startTime).toMatch(/^\d+$/);
    const earlier = { pid: process.pid, startTime: '1', marker: commandLineOf(process.pid)[0] ?? '' };
    expect(isOurs({ ...earlier, startTime: startTimeOf(process.pid) ?? '' })).toBe(true);
    expect(isOurs(earlier)).toBe(false);
    const us = { pid: process.pid, startTime: startTimeOf(process.pid) ?? '', marker: 'no such argument' };
    expect(isOurs(us)).toBe(false);
    expect(signalOurs(us, 'SIGKILL')).toBe(false);
  });
});

describe('pid file', () => {
  const record: PidRecord = { server: 'redis', pid: process.pid, startTime: '1', marker: 'redis.conf', version: '7', port: 1, settings: '' };

  it('is not believed when the pid belongs to another process by now', () => {
    mkdirSync(join(folder, 'redis'));
    writePidRecord(folder, record);
    expect(readLivePidRecord(folder, 'redis')).toBeUndefined();
  });

  it.each(['', '{', '{}', '{"pid":1,"startTime":"1","marker":"x","port":1}', '{"pid":99,"startTime":"1","marker":"","port":1}'])('refuses %j', (text) =>
    expect(parsePidRecord(text)).toBeUndefined(),
  );
  it('reads a whole one', () => expect(parsePidRecord(JSON.stringify(record))).toEqual(record));
});

describe('startTogether', () => {
  it('fails with the first failure, once the slowest is up and can be stopped', async () => {
    const told: string[] = [];
    const slow = new Promise((later) => setImmediate(later)).then(() => told.push('up'));
    await startTogether([Promise.reject(new Error('no room')), slow]).catch((error: Error) => told.push(error.message));
    expect(told).toEqual(['up', 'no room']);
  });
  it('answers in the order of the starts', async () => expect(await startTogether([Promise.resolve(1), 'two'])).toEqual([1, 'two']));
});

describe('withFolderLock', () => {
  it('lets one in at a time', async () => {
    let inside = 0;
    const work = async (): Promise<void> => {
      expect(++inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => withFolderLock(join(folder, 'lock'), work)));
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it.each([['a dead process', '999999999 1'], ['a recycled pid', `${process.pid} 1`]])('takes over from %s', async (_, owner) => {
    mkdirSync(join(folder, 'lock'));
    writeFileSync(join(folder, 'lock', 'owner'), owner);
    expect(await withFolderLock(join(folder, 'lock'), () => Promise.resolve('in'))).toBe('in');
  });
});

it('finds listening sockets of a port in the kernel table', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1
   1: 0100007F:1F90 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 222 1`;
  expect(parseListening(table, 8080)).toEqual(['111']);
});

describe('pickLine', () => {
  it.each([
    ['2026-11-21 03:00:00.000 UTC [7] LOG:  starting\n2026-11-21 03:00:00.001 UTC [7] FATAL:  lock file "x" is empty\n2026-11-21 03:00:00.002 UTC [7] LOG:  shut down', 'lock file "x" is empty'],
    ['[7] 2026/11/21 03:00:00.000000 [INF] Starting\n[7] 2026/11/21 03:00:00.000000 [FTL] Can\'t start JetStream', "Can't start JetStream"],
    ['7:M 21 Nov 2026 03:00:00.000 # Warning: Could not create server TCP', 'Warning: Could not create server TCP'],
    ['', 'it wrote nothing to its log'],
  ])('of %j is %j', (text, line) => expect(pickLine(text)).toBe(line));
});
