import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersSoon } from './wait.ts';

/** The nginx of this machine; undefined when there is none. */
export function findNginx(): string | undefined {
  return [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'].map((folder) => join(folder, 'nginx')).find((file) => existsSync(file));
}

/** nginx as a plain proxy with kept connections, one worker and no log. */
export class Nginx {
  readonly port: number;
  private readonly child: ChildProcess;
  private readonly folder: string;
  private constructor(port: number, child: ChildProcess, folder: string) {
    this.port = port;
    this.child = child;
    this.folder = folder;
  }

  static async start(program: string, port: number, target: number): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'unityplan-nginx-'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n');
    mkdirSync(join(folder, 'logs'));
    writeFileSync(join(folder, 'nginx.conf'), `daemon off; worker_processes 1; worker_rlimit_nofile 8192; pid ${join(folder, 'pid')}; error_log stderr crit;
events { worker_connections 4096; }
http {
  access_log off; keepalive_requests 100000000; ${temporary}
  upstream service { server 127.0.0.1:${target}; keepalive 128; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host; }
  }
}
`);
    const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] });
    const nginx = new Nginx(port, child, folder);
    await answersSoon(port, '/', child);
    return nginx;
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.child.once('exit', done));
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
