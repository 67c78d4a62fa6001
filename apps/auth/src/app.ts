import { startService, type PodConfig, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import { authConfig } from './auth.config.ts';
import { AuthModule } from './auth.module.ts';

export type StartAuth = Omit<ServiceOptions<PodConfig>, 'name' | 'module'>;

/** Starts the auth service of a pod: accounts, sessions and signing keys of its territories. */
export function startAuth(options: StartAuth): Promise<RunningService> {
  return startService({ ...options, config: authConfig.parse(options.config), name: 'auth', module: AuthModule });
}
