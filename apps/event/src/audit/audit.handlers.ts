import { Controller } from '@nestjs/common';
import { allEvents, type EventEnvelope } from '@unityplan/contracts';
import { HandlesAll } from '@unityplan/messaging';
import type { EventTx } from '../db/schema.ts';
import { Audit } from './audit.service.ts';

// Global events belong to no territory; each pod's own trail takes what happens in its territories.
const audited = allEvents.filter(({ scope }) => scope !== 'global');

/** Handles every event of the platform: what is published is audited, with no list to keep. */
@Controller()
export class AuditHandlers {
  constructor(private readonly audit: Audit) {}

  @HandlesAll(audited)
  record(events: readonly EventEnvelope[], tx: EventTx) {
    return this.audit.record(tx, events);
  }
}
