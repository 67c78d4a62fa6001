import { Controller, type Type } from '@nestjs/common';
import { allEvents, eventKey, type EventContract, type EventEnvelope } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import { Audit, type AuditTx } from './audit.service.ts';

/** A controller with one handler per event of the platform: what is published is audited, with no list to keep. */
export function auditHandlers(): Type<unknown> {
  @Controller()
  class AuditHandlers {
    constructor(readonly audit: Audit) {}
  }
  // Global events belong to no territory; each pod's own trail takes what happens in its territories.
  for (const contract of allEvents.filter(({ scope }) => scope !== 'global')) {
    const method = `on ${eventKey(contract)}`;
    const value = function (this: AuditHandlers, event: EventEnvelope, tx: AuditTx) {
      return this.audit.record(tx, contract, event);
    };
    Object.defineProperty(AuditHandlers.prototype, method, { value, configurable: true, writable: true, enumerable: false });
    Handles<EventContract>(contract)(AuditHandlers.prototype, method, Object.getOwnPropertyDescriptor(AuditHandlers.prototype, method) as TypedPropertyDescriptor<typeof value>);
  }
  return AuditHandlers;
}
