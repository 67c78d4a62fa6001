import { files, Problem, type RpcInput } from '@unityplan/contracts';
import { standIn } from '@unityplan/testing';

/** A file as far as the user service meets it. */
export interface StandInFile {
  readonly ownerId: string;
  readonly purpose: files.FilePurpose;
  readonly uses: Set<string>;
}
/** By territory and id; tests put files in. */
export const stored = new Map<string, StandInFile>();

/** The files service, as far as profiles meet it. */
export const startFilesStandIn = standIn('files', {
  attach_files: ({ fileIds, ownerId, purpose, use }: RpcInput<typeof files.attachFiles>, { territory }) => {
    const found = fileIds.map((id) => stored.get(`${territory} ${id}`));
    for (const file of found) {
      if (!file) throw new Problem(files.filesErrors.file_gone);
      if (file.ownerId !== ownerId) throw new Problem(files.filesErrors.file_not_yours);
      if (file.purpose !== purpose) throw new Problem(files.filesErrors.file_purpose_wrong);
    }
    for (const file of found) file!.uses.add(use);
    return { files: [] };
  },
  release_files: ({ fileIds, use, keep }: RpcInput<typeof files.releaseFiles>, { territory }) => {
    const ended = [...stored].filter(([key, { uses }]) => {
      const [of, id] = key.split(' ') as [string, string];
      return of === territory && uses.has(use) && (fileIds ? fileIds.includes(id) : !keep.includes(id));
    });
    for (const [, { uses }] of ended) uses.delete(use);
    return { released: ended.length };
  },
  describe_files: () => ({ files: [] }),
});
