import { portFromEnv, stopOnSignals } from '@unityplan/service-kit';
import { readApiGatewayConfig, startApiGateway } from './app.ts';

try {
  stopOnSignals(await startApiGateway({ config: readApiGatewayConfig(process.env), port: portFromEnv(process.env, 'api-gateway') }));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
