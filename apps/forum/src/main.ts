import { stopOnSignals } from '@unityplan/service-kit';
import { startForum } from './app.ts';
import { readForumConfig } from './forum.config.ts';

stopOnSignals(await startForum(readForumConfig()));
