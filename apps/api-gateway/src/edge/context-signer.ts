import { signContext, type GatewayContext } from '@unityplan/service-kit';

/** Services take a signature for a minute; one is used for all calls of the same second from the same place. */
const lifeMs = 1_000;

/** Signs what services may believe about calls. */
export class ContextSigner {
  private signed = new Map<string, string>();
  private until = 0;
  constructor(private readonly key: Buffer) {}

  sign(facts: GatewayContext, now = Date.now()): string {
    if (now >= this.until) {
      this.signed = new Map();
      this.until = now + lifeMs;
    }
    const what = `${facts.territory} ${facts.ip} ${facts.routingEpoch}`;
    let found = this.signed.get(what);
    if (found === undefined) this.signed.set(what, (found = signContext(facts, this.key, now)));
    return found;
  }
}
