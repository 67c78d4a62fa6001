import { stopOnSignals } from '@unityplan/service-kit';
import { readApiGatewayConfig, startApiGateway } from './app.ts';

stopOnSignals(await startApiGateway(readApiGatewayConfig(process.env)));
