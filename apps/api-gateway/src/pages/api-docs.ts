import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MemoryFile } from './send-file.ts';

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>UnityPlan API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"><link rel="icon" href="/api/docs/favicon-32x32.png">
<div id="swagger-ui"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></html>`;
// Calls tried out here carry the header that every page of ours sends.
const start = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, layout: 'BaseLayout', validatorUrl: null,
  requestInterceptor: (request) => { request.headers['x-unityplan-request'] = '1'; return request; } });`;
const served = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The API's documentation, from our own origin and under the same policy as every page. */
export class ApiDocs {
  private readonly files = new Map<string, Promise<MemoryFile | undefined>>();

  constructor(private readonly openapiFile: string | undefined) {}

  /** The file behind `/api/docs…` or `/api/openapi.json`; undefined when there is none. */
  file(path: string): Promise<MemoryFile | undefined> {
    const known = this.files.get(path) ?? this.read(path).catch(() => undefined);
    this.files.set(path, known);
    if (this.files.size > 16) this.files.delete(path);
    return known;
  }

  private async read(path: string): Promise<MemoryFile | undefined> {
    if (path === '/api/openapi.json' || path === '/api/v1/openapi.json')
      return this.openapiFile === undefined ? undefined : new MemoryFile('openapi.json', await readFile(this.openapiFile), 'no-cache');
    if (path === '/api/docs' || path === '/api/docs/') return new MemoryFile('index.html', Buffer.from(page), 'no-cache');
    const name = path.slice('/api/docs/'.length);
    if (name === 'start.js') return new MemoryFile(name, Buffer.from(start), 'no-cache');
    if (!served.includes(name)) return undefined;
    const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    return new MemoryFile(name, await readFile(join(folder, name)), 'public, max-age=86400');
  }
}

/** Whether a path belongs to the documentation. */
export function isDocsPath(path: string): boolean {
  return path === '/api/openapi.json' || path === '/api/v1/openapi.json' || path === '/api/docs' || path.startsWith('/api/docs/');
}
