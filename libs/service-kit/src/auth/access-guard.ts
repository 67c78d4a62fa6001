import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Territory, TerritoryRegistry } from '@unityplan/territory';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { closedDoor, wrongTerritory } from '../http/territory-refusals.ts';
import { contextHeader, openContext, type GatewayContext } from '../http/gateway-context.ts';
import { languageOf } from '../http/problem-filter.ts';
import { contractOf, isFromGateway } from '../http/route.ts';
import type { TokenVerifier } from './access-token.ts';
import type { CallContext } from './call-context.ts';
import type { Permissions } from './permissions.ts';

const idempotencyKey = /^[\x21-\x7e]{8,128}$/;

/**
 * Decides for every route of the API. Host gives the territory (told by the gateway, signed), token gives authority; they must agree.
 * Also puts the call's context on the request. Services check the token themselves: the gateway is not trusted with identity.
 */
export class AccessGuard implements CanActivate {
  private readonly verifier: TokenVerifier;
  private readonly registry: TerritoryRegistry;
  private readonly contextKey: Buffer;
  private readonly permissions: Permissions;
  constructor(verifier: TokenVerifier, registry: TerritoryRegistry, contextKey: Buffer, permissions: Permissions) {
    this.permissions = permissions;
    this.verifier = verifier;
    this.registry = registry;
    this.contextKey = contextKey;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const contract = contractOf(context.getHandler());
    if (!contract && !isFromGateway(context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { call: CallContext }>();
    const facts = openContext(header(request, contextHeader), this.contextKey);
    const territory = facts && (await this.territoryOf(facts));
    if (!facts || !territory) throw new Problem(commonErrors.territory_unknown);
    if (territory.status !== 'active') throw closedDoor(territory, this.registry);
    const member = contract && (await this.memberOf(request, territory.id, contract.access !== 'public'));
    if (typeof contract?.access === 'object') await this.permissions.require(territory.id, member?.memberId, contract.access.gate);
    const key = header(request, 'idempotency-key');
    if (key !== undefined && !idempotencyKey.test(key))
      throw new Problem(commonErrors.input_invalid, {}, [{ path: 'headers.idempotency-key', message: 'Use 8 to 128 visible ASCII characters' }]);
    request.call = {
      territory: territory.id,
      ip: facts.ip,
      language: languageOf(header(request, 'accept-language')),
      userAgent: (header(request, 'user-agent') ?? '').slice(0, 400),
      member,
      idempotencyKey: key,
      reply: context.switchToHttp().getResponse<FastifyReply>(),
    };
    return true;
  }

  /** As the registry has it; read again first when the gateway knows of a later change than this process. */
  private async territoryOf({ territory, routingEpoch }: GatewayContext): Promise<Territory | undefined> {
    const known = this.registry.get(territory);
    if (known && known.routingEpoch >= routingEpoch) return known;
    await this.registry.refresh();
    return this.registry.get(territory);
  }

  private async memberOf(request: FastifyRequest, territory: string, required: boolean): Promise<CallContext['member']> {
    const authorization = header(request, 'authorization');
    const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : undefined;
    const verified = token === undefined ? undefined : await this.verifier.verify(token);
    if (verified && verified.territory === territory) return verified;
    if (!required) return undefined;
    if (!verified) throw new Problem(commonErrors.not_signed_in);
    throw wrongTerritory(verified.territory, territory, this.registry);
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
