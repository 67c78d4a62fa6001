import { runProcess } from '@unityplan/service-kit';
import { startUser } from './app.ts';
import { readUserConfig } from './user.config.ts';

await runProcess(() => startUser(readUserConfig()));
