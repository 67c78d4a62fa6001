import { runProcess } from '@unityplan/service-kit';
import { startAuth } from './app.ts';
import { readAuthConfig } from './auth.config.ts';

await runProcess(() => startAuth(readAuthConfig()));
