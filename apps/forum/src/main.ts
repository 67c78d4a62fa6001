import { runProcess } from '@unityplan/service-kit';
import { startForum } from './app.ts';
import { readForumConfig } from './forum.config.ts';

await runProcess(() => startForum(readForumConfig()));
