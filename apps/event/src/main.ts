import { runProcess } from '@unityplan/service-kit';
import { readEventConfig, startEvent } from './app.ts';

await runProcess(() => startEvent(readEventConfig()));
