/** A part that a service cannot work without, and a quick question that proves it answers. */
export interface Dependency {
  readonly name: string;
  check(): Promise<unknown>;
}

export interface HealthReport {
  readonly status: 'ok' | 'unavailable' | 'draining';
  readonly service: string;
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

const patienceMs = 1_500;

/** Knows whether a service can take work. Liveness never asks dependencies: a dead database must not restart every service. */
export class Health {
  private draining = false;
  private readonly dependencies: Dependency[] = [];
  readonly service: string;
  constructor(service: string) {
    this.service = service;
  }
  add(dependency: Dependency): void {
    this.dependencies.push(dependency);
  }
  /** From now on the service reports that it takes no new work. */
  drain(): void {
    this.draining = true;
  }
  async ready(): Promise<HealthReport> {
    const results = await Promise.all(this.dependencies.map(async (part) => [part.name, await answers(part)] as const));
    const failed = results.some(([, result]) => result === 'failed');
    const status = this.draining ? 'draining' : failed ? 'unavailable' : 'ok';
    return { status, service: this.service, checks: Object.fromEntries(results) };
  }
}

async function answers(part: Dependency): Promise<'ok' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failed'>((resolve) => (timer = setTimeout(() => resolve('failed'), patienceMs)));
  try {
    return await Promise.race([part.check().then(() => 'ok' as const, () => 'failed' as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
