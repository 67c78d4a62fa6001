import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { UserConfig } from './user.config.ts';
import { UserModule } from './user.module.ts';

export { readUserConfig, userConfig, type UserConfig } from './user.config.ts';

/** Starts the user service of a pod: profiles of its members, and the directory of who is at home where. */
export function startUser(options: Omit<ServiceOptions<UserConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'user', module: UserModule });
}
