import { files, Problem, type RpcInput } from '@unityplan/contracts';
import { standIn } from '@unityplan/testing';

interface Known { readonly ownerId: string; readonly purpose: files.FilePurpose; readonly uses: Set<string> }
/** Files as the files service would know them; tests put files in. */
export const stored = new Map<string, Known>();

function describe(fileId: string, { ownerId, purpose }: Known) {
  const sizes = (['small', 'large'] as const).map((size) => ({ size, width: size === 'small' ? 480 : 1600, height: 300, bytes: 1000, url: `http://dk.files-unityplan.localhost:8080/f/${fileId}/${size}`, cid: purpose === 'course_cover' ? `bafk${fileId.slice(-4)}${size}` : null }));
  return { fileId, ownerId, purpose, contentType: 'image/webp' as const, alt: null, width: 1600, height: 300, sizes, urlsExpireAt: null };
}

/** The files service, as far as courses meet it. */
export const startFilesStandIn = standIn('files', {
  attach_files: ({ fileIds, ownerId, purpose, use }: RpcInput<typeof files.attachFiles>) => {
    for (const id of fileIds) {
      const file = stored.get(id);
      if (!file) throw new Problem(files.filesErrors.file_gone);
      if (file.purpose !== purpose) throw new Problem(files.filesErrors.file_purpose_wrong);
      if (file.ownerId !== ownerId && !file.uses.has(use)) throw new Problem(files.filesErrors.file_not_yours);
    }
    for (const id of fileIds) stored.get(id)!.uses.add(use);
    return { files: fileIds.map((id) => describe(id, stored.get(id)!)) };
  },
  release_files: ({ use, keep }: RpcInput<typeof files.releaseFiles>) => {
    let released = 0;
    for (const [id, { uses }] of stored) if (!keep.includes(id) && uses.delete(use)) released++;
    return { released };
  },
  describe_files: ({ fileIds }: RpcInput<typeof files.describeFiles>) => ({ files: fileIds.flatMap((id) => (stored.has(id) ? [describe(id, stored.get(id)!)] : [])) }),
});
