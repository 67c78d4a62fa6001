import { Module } from '@nestjs/common';
import { Upkeep } from '@unityplan/service-kit';
import { Places } from './access/places.views.ts';
import { StreamAccess } from './access/stream-access.service.ts';
import { Connections } from './live/connections.ts';
import { Hub } from './live/hub.ts';
import { LiveServer } from './live/live.server.ts';
import { StreamReader } from './streams/stream-reader.views.ts';
import { StreamsCleanup } from './streams/streams.cleanup.ts';
import { StreamsHandlers } from './streams/streams.handlers.ts';
import { StreamsRepository } from './streams/streams.repository.ts';
import { Streams } from './streams/streams.service.ts';
import { StreamsViews } from './streams/streams.views.ts';
import { TicketsController } from './tickets/tickets.controller.ts';
import { Tickets } from './tickets/tickets.service.ts';

@Module({
  controllers: [TicketsController, StreamsHandlers],
  providers: [Tickets, Streams, StreamsRepository, StreamsViews, StreamReader, StreamsCleanup, Upkeep, Places, StreamAccess, Hub, Connections, LiveServer],
})
export class WebsocketModule {}
