import { Module } from '@nestjs/common';
import { Outbox } from '@unityplan/messaging';
import { CONFIG, type PodConfig } from '@unityplan/service-kit';
import { Authority } from './authority/authority.service.ts';
import { OrdersController } from './orders/orders.controller.ts';
import { OrdersRepository } from './orders/orders.repository.ts';
import { OrdersService } from './orders/orders.service.ts';
import { OrdersViews } from './orders/orders.views.ts';
import { RegistryController } from './registry/registry.controller.ts';
import { RegistryViews } from './registry/registry.views.ts';
import { SettingsController } from './settings/settings.controller.ts';
import { SettingsRepository } from './settings/settings.repository.ts';
import { SettingsService } from './settings/settings.service.ts';
import { SettingsViews } from './settings/settings.views.ts';
import { StatusController } from './status/status.controller.ts';
import { StatusRepository } from './status/status.repository.ts';
import { StatusService } from './status/status.service.ts';

// The operator's command makes this one itself, so it knows nothing of Nest.
const statuses = { provide: StatusRepository, inject: [Outbox, CONFIG], useFactory: (outbox: Outbox, { podId }: PodConfig) => new StatusRepository(outbox, podId) };

@Module({
  controllers: [RegistryController, OrdersController, SettingsController, StatusController],
  providers: [Authority, OrdersRepository, OrdersService, OrdersViews, RegistryViews, SettingsRepository, SettingsService, SettingsViews, StatusService, statuses],
})
export class TerritoryModule {}
