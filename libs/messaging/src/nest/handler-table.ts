import { allEvents, allRpcs, eventKey, type EventContract, type RpcContract } from '@unityplan/contracts';
import type { HandlerExtras, ManyExtras } from './decorators.ts';

export type Callback = (data: unknown, context?: unknown) => Promise<unknown>;
interface Entry {
  readonly kind: HandlerExtras['kind'];
  readonly contract: EventContract | RpcContract;
  readonly callback: Callback;
  /** The same for all contracts of one handler that takes many events at once. */
  readonly many?: object;
}

/** The handlers that Nest found for one service, and what is wrong with them. */
export class HandlerTable {
  readonly entries: Entry[] = [];
  private readonly faults: string[] = [];
  private readonly service: string;
  private readonly events: readonly EventContract[];
  private readonly rpcs: readonly RpcContract[];

  constructor(service: string, known: { events?: readonly EventContract[] | undefined; rpcs?: readonly RpcContract[] | undefined } = {}) {
    this.service = service;
    this.events = known.events ?? allEvents;
    this.rpcs = known.rpcs ?? allRpcs;
  }

  add(pattern: string, callback: Callback, extras: Partial<HandlerExtras> | ManyExtras): void {
    const { kind } = extras;
    const many = 'contracts' in extras ? extras.contracts : undefined;
    const contract = many?.get(pattern) ?? ('contract' in extras ? extras.contract : undefined);
    if (!kind || !contract) return void this.faults.push(`${pattern}: use @Handles, @Hears or @Answers of @unityplan/messaging instead of Nest's own decorators`);
    const name = contract.kind === 'event' ? eventKey(contract) : `${contract.owner}.${contract.method}`;
    if (kind !== 'hears' && this.entries.some((one) => one.kind === kind && nameOf(one.contract) === name))
      this.faults.push(`two handlers for ${name}: keep one, and let it call both`);
    if (contract.kind === 'event' && !this.events.some((one) => eventKey(one) === name))
      this.faults.push(`@${kind === 'hears' ? 'Hears' : 'Handles'}(${name}): no such event; export it from libs/contracts`);
    if (contract.kind === 'rpc' && contract.owner !== this.service)
      this.faults.push(`@Answers(${name}): this is the service ${this.service}; ${contract.owner} answers it`);
    this.entries.push({ kind, contract, callback, ...(many ? { many } : {}) });
  }

  of(kind: HandlerExtras['kind']): Entry[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }

  /** Throws one error that names everything wrong. */
  check(): void {
    const answered = new Set(this.of('answers').map((entry) => nameOf(entry.contract)));
    for (const rpc of this.rpcs)
      if (rpc.owner === this.service && !answered.has(nameOf(rpc))) this.faults.push(`nothing answers ${nameOf(rpc)}: add a method with @Answers to a controller`);
    if (this.faults.length > 0) throw new Error(`${this.service} cannot start:\n${this.faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const nameOf = (contract: EventContract | RpcContract): string => (contract.kind === 'event' ? eventKey(contract) : `${contract.owner}.${contract.method}`);
