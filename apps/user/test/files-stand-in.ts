import { Controller, Module } from '@nestjs/common';
import { files, Problem, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';

/** A file as far as the user service meets it. */
export interface StandInFile {
  readonly ownerId: string;
  readonly purpose: files.FilePurpose;
  readonly uses: Set<string>;
}
/** By territory and id; tests put files in. */
export const stored = new Map<string, StandInFile>();

@Controller()
class FilesStandIn {
  @Answers(files.attachFiles)
  attach({ fileIds, ownerId, purpose, use }: RpcInput<typeof files.attachFiles>, { territory }: AnswerContext) {
    const found = fileIds.map((id) => stored.get(`${territory} ${id}`));
    for (const file of found) {
      if (!file) throw new Problem(files.filesErrors.file_gone);
      if (file.ownerId !== ownerId) throw new Problem(files.filesErrors.file_not_yours);
      if (file.purpose !== purpose) throw new Problem(files.filesErrors.file_purpose_wrong);
    }
    for (const file of found) file!.uses.add(use);
    return { files: [] };
  }

  @Answers(files.releaseFiles)
  release({ fileIds, use, keep }: RpcInput<typeof files.releaseFiles>, { territory }: AnswerContext) {
    const ended = [...stored].filter(([key, { uses }]) => {
      const [of, id] = key.split(' ') as [string, string];
      return of === territory && uses.has(use) && (fileIds ? fileIds.includes(id) : !keep.includes(id));
    });
    for (const [, { uses }] of ended) uses.delete(use);
    return { released: ended.length };
  }

  @Answers(files.describeFiles)
  describe() {
    return { files: [] };
  }
}

@Module({ controllers: [FilesStandIn] })
class FilesStandInModule {}

/** Answers for the files service over real NATS: a service's tests may not import another service. */
export function startFilesStandIn(options: Omit<ServiceOptions, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'files', module: FilesStandInModule });
}
