import { startService, type Clock, type PodResources, type RunningService } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { WebsocketConfig } from './websocket.config.ts';
import { WebsocketModule } from './websocket.module.ts';

export { readWebsocketConfig, websocketConfig, type WebsocketConfig } from './websocket.config.ts';

export interface WebsocketOptions {
  readonly config: WebsocketConfig;
  /** 0 picks a free port. */
  readonly port: number;
  readonly resources?: PodResources;
  readonly clock?: Clock;
  readonly log?: Logger;
}

/** Starts the live connections of a pod. */
export function startWebsocket(options: WebsocketOptions): Promise<RunningService> {
  return startService({ ...options, name: 'websocket', module: WebsocketModule });
}
