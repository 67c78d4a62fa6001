import { Controller } from '@nestjs/common';
import { course as courses, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { Archive } from './archive.service.ts';
import { Publishing } from './publishing.service.ts';
import { VersionsList } from './versions-list.views.ts';

@Controller()
export class VersionsController {
  constructor(
    private readonly publishing: Publishing,
    private readonly list: VersionsList,
    private readonly archives: Archive,
  ) {}

  @Route(courses.checkDraft)
  check(@In() { params }: RouteInput<typeof courses.checkDraft>, @Ctx() call: MemberContext) {
    return this.publishing.check(call, params.courseId);
  }

  @Route(courses.publishCourse)
  publish(@In() { params, body }: RouteInput<typeof courses.publishCourse>, @Ctx() call: MemberContext) {
    return this.publishing.publish(call, params.courseId, body);
  }

  @Route(courses.listVersions)
  versions(@In() { params, query }: RouteInput<typeof courses.listVersions>, @Ctx() call: MemberContext) {
    return this.list.page(call, params.courseId, query);
  }

  @Route(courses.getVersion)
  version(@In() { params }: RouteInput<typeof courses.getVersion>, @Ctx() call: MemberContext) {
    return this.list.whole(call, params.courseId, params.versionId);
  }

  @Route(courses.archiveCourse)
  archive(@In() { params }: RouteInput<typeof courses.archiveCourse>, @Ctx() call: MemberContext) {
    return this.archives.archive(call, params.courseId);
  }

  @Route(courses.unarchiveCourse)
  unarchive(@In() { params }: RouteInput<typeof courses.unarchiveCourse>, @Ctx() call: MemberContext) {
    return this.archives.unarchive(call, params.courseId);
  }
}
