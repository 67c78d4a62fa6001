import { runProcess } from '@unityplan/service-kit';
import { startBadge } from './app.ts';
import { readBadgeConfig } from './badge.config.ts';

await runProcess(() => startBadge(readBadgeConfig()));
