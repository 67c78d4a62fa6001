import { portFromEnv, runProcess } from '@unityplan/service-kit';
import { startAuth } from './app.ts';
import { readAuthConfig } from './auth.config.ts';

await runProcess(async () => startAuth({ config: readAuthConfig(process.env), port: portFromEnv(process.env, 'auth') }));
