import { spawn } from 'node:child_process';

/** Runs one of our scripts in this terminal; answers its exit code. */
export function runScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=@unityplan/source', script, ...args], { stdio: 'inherit', env });
    // Ctrl-C reaches the script as well; what it leaves open is closed here after its end.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
