import type { Metrics } from '@unityplan/telemetry';
import type { Counter, Histogram } from 'prom-client';
import type { Frame } from '../frame.ts';

/** Figures of the live connections. */
export class LiveMetrics {
  private readonly deliveries: Counter;
  private readonly closings: Counter;
  private readonly lag: Histogram;

  constructor(metrics: Metrics, now: () => { connections: number; streams: number; buffered: number }) {
    this.deliveries = metrics.counter('live_deliveries_total', 'Entries written to sockets');
    this.closings = metrics.counter('live_closings_total', 'Connections ended by the server', ['reason']);
    this.lag = metrics.seconds('live_delivery_lag_seconds', 'From commit to the socket; replays are not counted');
    const gauge = (name: string, help: string, read: () => number): void => {
      const made = metrics.gauge(name, help);
      Object.assign(made, { collect: () => made.set(read()) });
    };
    gauge('live_connections', 'Open connections', () => now().connections);
    gauge('live_streams', 'Streams that someone follows', () => now().streams);
    gauge('live_queue_bytes', 'Longest queue to one client', () => now().buffered);
  }

  delivered(frame: Frame): void {
    this.deliveries.inc();
    const lag = (Date.now() - frame.committedAt) / 1000;
    if (lag < 60) this.lag.observe(Math.max(0, lag));
  }
  closing(reason: string): void {
    this.closings.inc({ reason });
  }
}
