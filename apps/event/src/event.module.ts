import { Module, type DynamicModule } from '@nestjs/common';
import type { PodResources } from '@unityplan/service-kit';
import { AuditController } from './audit/audit.controller.ts';
import { AuditHandlers } from './audit/audit.handlers.ts';
import { AuditRepository } from './audit/audit.repository.ts';
import { Audit } from './audit/audit.service.ts';
import { CheckpointSchedule } from './audit/checkpoints.schedule.ts';
import { Checkpoints } from './audit/checkpoints.service.ts';
import { EntriesViews } from './audit/entries.views.ts';
import { LEASES, RELAY_PARTS, type RelayParts } from './event.parts.ts';
import { Relays } from './relay/relays.ts';

@Module({})
export class EventModule {
  static with({ nats, databases, leases }: PodResources): DynamicModule {
    const parts: RelayParts = { link: nats, databases, leases };
    return {
      module: EventModule,
      controllers: [AuditController, AuditHandlers],
      providers: [Audit, AuditRepository, EntriesViews, Checkpoints, CheckpointSchedule, Relays, { provide: LEASES, useValue: leases }, { provide: RELAY_PARTS, useValue: parts }],
    };
  }
}
