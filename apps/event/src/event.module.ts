import { Module, type DynamicModule } from '@nestjs/common';
import type { PodResources } from '@unityplan/service-kit';
import { RelayService, RESOURCES } from './relay/relay.service.ts';

@Module({})
export class EventModule {
  /** The relay works on whole databases, so it needs the process's connections themselves. */
  static with(resources: PodResources): DynamicModule {
    return { module: EventModule, providers: [{ provide: RESOURCES, useValue: resources }, RelayService] };
  }
}
