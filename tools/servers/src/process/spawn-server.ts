import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerName } from '../types.ts';
import { titles } from '../types.ts';
import { diedAtStart, explain, portTaken, ServerError } from '../errors.ts';
import { lastMeaningfulLine } from './log-tail.ts';
import type { Launch } from './plan.ts';
import { isPortFree, portHolder } from './ports.ts';

const readyTimeoutMs = 60_000;

/** Starts the program in a process group of its own, so that Ctrl-C in our terminal does not reach it. */
export async function spawnServer(server: ServerName, launch: Launch, logFile: string): Promise<ChildProcess & { pid: number }> {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(launch.program, launch.args, {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: launch.cwd,
      env: { ...inherited(), LC_ALL: 'C', ...launch.env },
      ...(launch.user ?? {}),
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return child as ChildProcess & { pid: number };
  } catch (error) {
    throw explain(server, `starting ${launch.program}`, error);
  } finally {
    closeSync(log);
  }
}

/** A server gets only what it needs of our environment: no passwords, no PG* variables that would change its behaviour. */
function inherited(): Record<string, string> {
  return Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'TZ'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Waits until the server answers; rejects with one sentence when it ends first or never answers. */
export async function waitReady(server: ServerName, launch: Launch, hasEnded: () => boolean, logFile: string, from: number): Promise<void> {
  const deadline = Date.now() + readyTimeoutMs;
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
    try {
      if (!hasEnded()) return await launch.ready();
    } catch (error) {
      if (error instanceof ServerError) throw error;
    }
    if (hasEnded()) throw startFailure(server, logFile, from);
    if (Date.now() > deadline) {
      const last = lastMeaningfulLine(logFile, from);
      throw new ServerError(`${titles[server]} was not ready after ${readyTimeoutMs / 1000} s: ${last} (log: ${logFile}).`, server);
    }
    await sleep(pause);
  }
}

/** Names the cause when the log shows a common one. */
export function startFailure(server: ServerName, logFile: string, from: number): ServerError {
  const line = lastMeaningfulLine(logFile, from);
  const causes = /No space left|Disk quota|Permission denied|Read-only file system/i;
  return causes.test(line) ? explain(server, `starting ${titles[server]}`, new Error(line)) : diedAtStart(server, line, logFile);
}

/** Rejects when somebody listens on the port; a server of ours that has just ended gets a moment to let go of it. */
export async function needPort(server: ServerName, port: number, patienceMs = 0): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isPortFree(port))) {
    if (Date.now() >= deadline) throw portTaken(server, port, portHolder(port));
    await sleep(100);
  }
}

