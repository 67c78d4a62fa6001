import { join, resolve } from 'node:path';
import type { InputOptions, OutputOptions } from 'rolldown';
import { isExternal } from './externals.ts';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

export interface ServiceBuild {
  /** Folder of the service or of the pod runner; its entry is `src/main.ts`. */
  readonly dir: string;
  /** Take packages in too: starts in a third of the time, for images and `npm start`. */
  readonly bundle?: boolean;
  /** Also build `src/app.ts`, for a process that runs several services. */
  readonly app?: boolean;
  /** Below `dir`; `dist` unless told. */
  readonly outDir?: string;
}

/** How every service and the pod runner are built: one ESM file with our own libs in it, sources mapped, decorator metadata kept. */
export function serviceOptions({ dir, bundle = false, app = false, outDir = 'dist' }: ServiceBuild): InputOptions & { output: OutputOptions } {
  const folder = resolve(dir);
  return {
    cwd: folder,
    input: { main: join(folder, 'src/main.ts'), ...(app && { app: join(folder, 'src/app.ts') }) },
    platform: 'node',
    // The base has the decorator settings; one for all, so that a lib's classes keep their metadata too.
    tsconfig: join(workspaceRoot, 'tsconfig.base.json'),
    resolve: { conditionNames: ['@unityplan/source', 'node', 'import', 'module', 'default'] },
    external: (id) => isExternal(id, bundle),
    output: { dir: join(folder, outDir), format: 'esm', sourcemap: true, cleanDir: true, keepNames: true },
  };
}
