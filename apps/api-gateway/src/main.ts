import { runProcess } from '@unityplan/service-kit';
import { readApiGatewayConfig, startApiGateway } from './app.ts';

await runProcess(() => startApiGateway(readApiGatewayConfig()));
