import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One registry per service, so that several services of a process stay apart; every metric has a `service` label. */
export interface Metrics {
  readonly registry: Registry;
  counter(name: string, help: string, labels?: string[]): Counter;
  gauge(name: string, help: string, labels?: string[]): Gauge;
  /** Seconds, with buckets from 1 ms to 10 s. */
  seconds(name: string, help: string, labels?: string[]): Histogram;
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry for one service, by which all its metrics are labelled. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  return {
    registry,
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: labels, registers: [registry] }),
    gauge: (name, help, labels = []) => new Gauge({ name, help, labelNames: labels, registers: [registry] }),
    seconds: (name, help, labels = []) => new Histogram({ name, help, labelNames: labels, buckets, registers: [registry] }),
  };
}

let processMetrics: Registry | undefined;

/** Memory, CPU and event loop of the process: counted once, whatever number of services it runs. */
export function processRegistry(): Registry {
  if (!processMetrics) {
    processMetrics = new Registry();
    collectDefaultMetrics({ register: processMetrics });
  }
  return processMetrics;
}
