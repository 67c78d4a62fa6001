import { Module } from '@nestjs/common';
import { RegistryController } from './registry/registry.controller.ts';
import { RegistryViews } from './registry/registry.views.ts';
import { SettingsViews } from './settings/settings.views.ts';

@Module({ controllers: [RegistryController], providers: [RegistryViews, SettingsViews] })
export class TerritoryModule {}
