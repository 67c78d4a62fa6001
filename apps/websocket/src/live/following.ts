import type { websocket } from '@unityplan/contracts';
import type { StreamAccess } from '../access/stream-access.service.ts';
import type { Hub } from './hub.ts';
import { Subscription, type Outlet } from './subscription.ts';

/**
 * A stream that a client asked for: followed while it may be. Refused in mid-stream it waits, and goes on from where the client is
 * when the stream opens again.
 */
export class Following {
  private subscription: Subscription | undefined;
  private stopWatching: (() => void) | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly outlet: Outlet,
    private readonly territory: string,
    private readonly stream: string,
    private cursor: websocket.Cursor | undefined,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** Lets the stream's rule decide, from now on. */
  under(access: StreamAccess, memberId: string | null): void {
    const { territory, stream } = this;
    this.stopWatching = access.watch({ territory, stream, memberId, open: () => this.open(), close: (code) => this.close(code) });
  }

  open(): void {
    const subscription = (this.subscription = new Subscription(this.hub, this.outlet, this.territory, this.stream));
    subscription.begin(this.cursor).catch((error: unknown) => this.subscription === subscription && this.onFault(error));
  }

  end(): void {
    this.stopWatching?.();
    this.subscription?.end();
  }

  /** No frame leaves after this. */
  private close(code: string): void {
    this.cursor = this.subscription?.cursor ?? this.cursor;
    this.subscription?.end();
    this.subscription = undefined;
    this.outlet.send({ type: 'refused', stream: this.stream, code });
  }
}
