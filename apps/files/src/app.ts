import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { FilesConfig } from './files.config.ts';
import { FilesModule } from './files.module.ts';

export { filesConfig, readFilesConfig, type FilesConfig } from './files.config.ts';

/** Starts the service that owns the pod's blockstore. Fails when another process has it open. */
export function startFiles(options: Omit<ServiceOptions<FilesConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'files', module: FilesModule });
}
