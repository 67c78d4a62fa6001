import { runProcess } from '@unityplan/service-kit';
import { readWebsocketConfig, startWebsocket } from './app.ts';

await runProcess(() => startWebsocket(readWebsocketConfig()));
