import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { ForumConfig } from './forum.config.ts';
import { ForumModule } from './forum.module.ts';

export { forumConfig, readForumConfig, type ForumConfig } from './forum.config.ts';

/** Starts the forum, alone or beside other services of the process when `resources` are given. */
export function startForum(options: Omit<ServiceOptions<ForumConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'forum', module: ForumModule });
}
