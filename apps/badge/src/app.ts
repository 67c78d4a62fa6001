import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { BadgeConfig } from './badge.config.ts';
import { BadgeModule } from './badge.module.ts';

export { badgeConfig, readBadgeConfig, type BadgeConfig } from './badge.config.ts';

/** Starts the badge service, alone or beside other services of the process when `resources` are given. */
export function startBadge(options: Omit<ServiceOptions<BadgeConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'badge', module: BadgeModule });
}
