import type { Territory, TerritoryRegistry } from '@unityplan/territory';

const mostKnown = 1_000;

/** Territories by host, remembered until the registry changes: reading a host's name costs more than all else that is decided by it. */
export class Hosts {
  private readonly known = new Map<string, Territory>();
  constructor(private readonly registry: TerritoryRegistry) {
    registry.onChange(() => this.known.clear());
  }

  /** The territory whose host this is; undefined when the registry knows none. */
  byHost(host: string): Territory | undefined {
    const known = this.known.get(host);
    if (known) return known;
    const found = this.registry.byHost(host);
    if (!found) return undefined;
    if (this.known.size >= mostKnown) this.known.clear();
    this.known.set(host, found);
    return found;
  }

  /** As the registry has it. */
  get(id: string): Territory | undefined {
    return this.registry.get(id);
  }

  /** What a pod serves now. */
  served(podId: string): readonly Territory[] {
    return this.registry.served(podId);
  }
}
