import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { outputs } from './outputs.ts';

const root = resolve(import.meta.dirname, '../../..');
for (const [path, text] of Object.entries(await outputs())) {
  await mkdir(dirname(resolve(root, path)), { recursive: true });
  await writeFile(resolve(root, path), text);
}
