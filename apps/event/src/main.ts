import { runProcess } from '@unityplan/service-kit';
import { startEvent } from './app.ts';
import { readEventConfig } from './event.config.ts';

await runProcess(() => startEvent(readEventConfig()));
