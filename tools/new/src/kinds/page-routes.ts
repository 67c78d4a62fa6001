import { join } from 'node:path';
import { Generator, getConfig } from '@tanstack/router-generator';

/** Writes the frontend's tree of routes anew, the way its build does. */
export async function writeRouteTree(root: string): Promise<void> {
  const frontend = join(root, 'apps/frontend');
  await new Generator({ config: getConfig({}, frontend), root: frontend }).run();
}
