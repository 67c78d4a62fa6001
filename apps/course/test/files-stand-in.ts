import { Controller, Module } from '@nestjs/common';
import { files, Problem, type RpcInput } from '@unityplan/contracts';
import { Answers } from '@unityplan/messaging';
import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import { answerRest } from './answer-rest.ts';

interface Known { readonly ownerId: string; readonly purpose: files.FilePurpose; readonly uses: Set<string> }
/** Files as the files service would know them; tests put files in. */
export const stored = new Map<string, Known>();

function describe(fileId: string, { ownerId, purpose }: Known) {
  const sizes = (['small', 'large'] as const).map((size) => ({ size, width: size === 'small' ? 480 : 1600, height: 300, bytes: 1000, url: `http://dk.files-unityplan.localhost:8080/f/${fileId}/${size}`, cid: purpose === 'course_cover' ? `bafk${fileId.slice(-4)}${size}` : null }));
  return { fileId, ownerId, purpose, contentType: 'image/webp' as const, alt: null, width: 1600, height: 300, sizes, urlsExpireAt: null };
}

@Controller()
class FilesStandIn {
  @Answers(files.attachFiles)
  attach({ fileIds, ownerId, purpose, use }: RpcInput<typeof files.attachFiles>) {
    for (const id of fileIds) {
      const file = stored.get(id);
      if (!file) throw new Problem(files.filesErrors.file_gone);
      if (file.purpose !== purpose) throw new Problem(files.filesErrors.file_purpose_wrong);
      if (file.ownerId !== ownerId && !file.uses.has(use)) throw new Problem(files.filesErrors.file_not_yours);
    }
    for (const id of fileIds) stored.get(id)!.uses.add(use);
    return { files: fileIds.map((id) => describe(id, stored.get(id)!)) };
  }

  @Answers(files.releaseFiles)
  release({ use, keep }: RpcInput<typeof files.releaseFiles>) {
    let released = 0;
    for (const [id, { uses }] of stored) if (!keep.includes(id) && uses.delete(use)) released++;
    return { released };
  }

  @Answers(files.describeFiles)
  describeFiles({ fileIds }: RpcInput<typeof files.describeFiles>) {
    return { files: fileIds.flatMap((id) => { const file = stored.get(id); return file ? [describe(id, file)] : []; }) };
  }
}
answerRest(FilesStandIn, 'files', files.attachFiles, files.releaseFiles, files.describeFiles);

@Module({ controllers: [FilesStandIn] })
class FilesStandInModule {}

/** Answers for the files service over real NATS. */
export function startFilesStandIn(options: Omit<ServiceOptions, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'files', module: FilesStandInModule });
}
