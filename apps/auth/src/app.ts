import { startService, type PodConfig, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import { authConfig } from './auth.config.ts';
import { AuthModule } from './auth.module.ts';

export { authConfig, readAuthConfig, type AuthConfig } from './auth.config.ts';

/** Starts the auth service of a pod: accounts, sessions and signing keys of its territories. */
export function startAuth(options: Omit<ServiceOptions<PodConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, config: authConfig.parse(options.config), name: 'auth', module: AuthModule });
}
