import { gateway, Problem } from '@unityplan/contracts';

/** More is asked than can be done: come again in some seconds, and not all in the same one. */
export function overloaded(): Problem {
  return new Problem(gateway.gatewayErrors.gateway_busy, { retryAfter: 1 + Math.floor(Math.random() * 4) });
}
