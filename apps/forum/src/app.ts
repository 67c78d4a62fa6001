import { startService, type PodConfig, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import { forumConfig } from './forum.config.ts';
import { ForumModule } from './forum.module.ts';

export { forumConfig, readForumConfig, type ForumConfig } from './forum.config.ts';

/** Starts the forum, alone or beside other services of the process when `resources` are given. */
export function startForum(options: Omit<ServiceOptions<PodConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, config: forumConfig.parse(options.config), name: 'forum', module: ForumModule });
}
