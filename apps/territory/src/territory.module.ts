import { Module } from '@nestjs/common';
import { TerritoriesController } from './territories/territories.controller.ts';
import { TerritoriesViews } from './territories/territories.views.ts';

@Module({ controllers: [TerritoriesController], providers: [TerritoriesViews] })
export class TerritoryModule {}
