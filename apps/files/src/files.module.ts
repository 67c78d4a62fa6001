import { Module } from '@nestjs/common';
import { forgetRequests, Upkeep } from '@unityplan/service-kit';
import { Collector } from './erasing/collector.ts';
import { ErasingRepository } from './erasing/erasing.repository.ts';
import { ErasingService } from './erasing/erasing.service.ts';
import { FilesMetrics } from './events.ts';
import { LibraryController } from './library/library.controller.ts';
import { LibraryViews } from './library/library.views.ts';
import { PictureMaker } from './pictures/picture-maker.ts';
import { SealedFiles } from './sealing/sealed-files.ts';
import { ServingController } from './serving/serving.controller.ts';
import { ServingViews } from './serving/serving.views.ts';
import { BlobStores } from './store/blob-stores.ts';
import { BlobsRepository } from './uploads/blobs.repository.ts';
import { CompletionService } from './uploads/completion.service.ts';
import { Storing } from './uploads/storing.ts';
import { UploadsController } from './uploads/uploads.controller.ts';
import { UploadsRepository } from './uploads/uploads.repository.ts';
import { UploadsService } from './uploads/uploads.service.ts';
import { UploadsViews } from './uploads/uploads.views.ts';
import { UsesHandlers } from './uses/uses.handlers.ts';
import { UsesRepository } from './uses/uses.repository.ts';
import { UsesService } from './uses/uses.service.ts';

@Module({
  controllers: [UploadsController, LibraryController, ServingController, UsesHandlers],
  providers: [
    BlobStores, SealedFiles, PictureMaker, UploadsRepository, UploadsService, UploadsViews, BlobsRepository, Storing, CompletionService, LibraryViews, UsesRepository, UsesService, ErasingRepository,
    ErasingService, Collector, forgetRequests('files_requests'), Upkeep, ServingViews, FilesMetrics,
  ],
})
export class FilesModule {}
