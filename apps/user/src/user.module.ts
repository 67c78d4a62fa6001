import { Module } from '@nestjs/common';
import { AvatarsHandlers } from './avatars/avatars.handlers.ts';
import { AvatarsRepository } from './avatars/avatars.repository.ts';
import { AvatarsService } from './avatars/avatars.service.ts';
import { DirectoryHandlers } from './directory/directory.handlers.ts';
import { DirectoryService } from './directory/directory.service.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleHandlers } from './people/people.handlers.ts';
import { PeopleService } from './people/people.service.ts';
import { ProfilesController } from './profiles/profiles.controller.ts';
import { ProfilesHandlers } from './profiles/profiles.handlers.ts';
import { ProfilesRepository } from './profiles/profiles.repository.ts';
import { ProfilesService } from './profiles/profiles.service.ts';
import { ProfilesViews } from './profiles/profiles.views.ts';
import { SealedProfiles } from './profiles/sealed-profiles.ts';

@Module({
  controllers: [ProfilesController, ProfilesHandlers, PeopleController, PeopleHandlers, DirectoryHandlers, AvatarsHandlers],
  providers: [ProfilesRepository, ProfilesService, ProfilesViews, SealedProfiles, PeopleService, DirectoryService, AvatarsService, AvatarsRepository],
})
export class UserModule {}
