import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import { refuseUpgrade, type LiveTunnels } from '../proxy/live-tunnel.ts';
import { isOwnOrigin, isSecureOnly } from './csrf.policy.ts';
import { territoryOf, type Visit } from './door.ts';
import type { RateLimits } from './rate-limits.ts';

/** Decides over connections that want to become live ones. The ticket inside says who it is; here count host, origin and number. */
export class Upgrades {
  constructor(
    private readonly registry: TerritoryRegistry,
    private readonly limits: RateLimits,
    private readonly tunnels: LiveTunnels,
    private readonly settings: { readonly podId: string; readonly production: boolean; visit(request: IncomingMessage): Visit },
    private readonly log: Logger,
  ) {}

  async handle(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => client.destroy());
    try {
      const { host, path, from } = this.settings.visit(request);
      if (path !== '/ws' || request.headers.upgrade?.toLowerCase() !== 'websocket') throw new Problem(commonErrors.not_found);
      const territory = territoryOf(host, this.registry, this.settings.podId);
      const { origin } = request.headers;
      // Browsers always say where the page is from; without an origin it is a program, which has no cookies to abuse.
      if (origin !== undefined && !isOwnOrigin(origin, host, isSecureOnly(this.settings.production, host))) throw new Problem(commonErrors.origin_refused);
      await this.limits.socket(from.address);
      await this.tunnels.join(request, client, head, { host, address: from.address, territory });
    } catch (error) {
      refuseUpgrade(request, client, error, this.log);
    }
  }
}
