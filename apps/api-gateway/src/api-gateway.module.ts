import { Module, type DynamicModule } from '@nestjs/common';
import { CLOCK, CONFIG, contextKeyPurpose, deriveKey, filesOrigin, LOGGER, REDIS, REGISTRY, TokenVerifier, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { Redis } from 'ioredis';
import type { ApiGatewayConfig } from './api-gateway.config.ts';
import { EDGE, MAILBOX, type EdgeParts } from './api-gateway.parts.ts';
import { ApiGatewayServer } from './api-gateway.server.ts';
import { ApiCalls } from './edge/api-calls.ts';
import { clientAddresses } from './edge/client-address.ts';
import { ContextSigner } from './edge/context-signer.ts';
import { Edge } from './edge/edge.ts';
import { FilesHost } from './edge/files-host.ts';
import { Hosts } from './edge/hosts.ts';
import { Identities } from './edge/identity.ts';
import { RateLimits } from './edge/rate-limits.ts';
import { Revocations } from './edge/revocations.ts';
import { RevokedSessions } from './edge/revoked-sessions.ts';
import { Upgrades } from './edge/upgrades.ts';
import { ApiDocs } from './pages/api-docs.ts';
import type { Mailbox } from './pages/dev-mail.ts';
import { Frontend } from './pages/frontend.ts';
import { LiveTunnels } from './proxy/live-tunnel.ts';
import { Upstreams } from './proxy/upstreams.ts';

@Module({})
export class ApiGatewayModule {
  static with(mailbox: Mailbox | undefined): DynamicModule {
    return {
      module: ApiGatewayModule,
      providers: [
        { provide: MAILBOX, useValue: mailbox },
        { provide: Identities, inject: [TokenVerifier, CLOCK, REGISTRY], useFactory: (verifier: TokenVerifier, clock: Clock, registry: TerritoryRegistry) => new Identities(verifier, new RevokedSessions(clock), registry) },
        { provide: EDGE, inject: [CONFIG, REGISTRY, REDIS, LOGGER, Identities, MAILBOX], useFactory: assemble },
        Revocations,
        ApiGatewayServer,
      ],
    };
  }
}

/** Puts the edge together from the configuration and the kit. */
function assemble(config: ApiGatewayConfig, registry: TerritoryRegistry, redis: Redis, log: Logger, identities: Identities, mailbox: Mailbox | undefined): EdgeParts {
  const { podId, drainMs, deadlineMs, environment, territories } = config;
  const production = environment === 'production';
  const contextKey = deriveKey(config.podSecret, contextKeyPurpose);
  const addressOf = clientAddresses(config.trustedProxies);
  const signer = new ContextSigner(contextKey);
  const upstreams = new Upstreams({ urls: config.upstreams, deadlineMs, readerMs: config.readerMs, bodies: config.bodies, ...config.overload });
  const limits = new RateLimits(config.limits, redis, deriveKey(config.podSecret, 'gateway limits'));
  const api = new ApiCalls(upstreams, identities, limits, { signer, production, deadlineMs });
  const files = new FilesHost(registry, upstreams, limits, log, { filesUrl: config.filesUrl, podId, signer, production });
  const edge = new Edge(new Hosts(registry), api, new Frontend(config.frontendDir), new ApiDocs(config.openapiFile), files, log, {
    environment, podId, territories, addressOf, headers: config.connections.headers, mailbox, filesOrigin: (territory) => filesOrigin(config, territory),
  });
  const tunnels = new LiveTunnels({ target: config.upstreams['websocket'], contextKey });
  const upgrades = new Upgrades(registry, limits, tunnels, { podId, production, visit: (request) => edge.visit(request) }, log);
  return { edge, upgrades, tunnels, upstreams, addressOf, podId, drainMs, connections: config.connections };
}
