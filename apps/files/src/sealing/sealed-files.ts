import { Inject, Injectable } from '@nestjs/common';
import { KEYRING } from '@unityplan/service-kit';
import { openText, sealText, type Keyring, type SealKey } from '@unityplan/territory';

/** Sealed columns of an upload, by the name of their clear value. */
const purposes = { name: 'files_uploads.name', alt: 'files_uploads.alt' } as const;

/** The key of each file: random, wrapped by the territory's, and bound to the file's id. */
@Injectable()
export class SealedFiles {
  constructor(@Inject(KEYRING) private readonly keyring: Keyring) {}

  /** A new key, and what to store of it. */
  newKey(territory: string, fileId: string): { key: SealKey; wrapped: string } {
    return this.keyring.createMemberKey({ territory, memberId: fileId });
  }

  key(territory: string, fileId: string, wrapped: string): SealKey {
    return this.keyring.openMemberKey(wrapped, { territory, memberId: fileId });
  }

  seal(territory: string, fileId: string, key: SealKey, field: keyof typeof purposes, text: string): string {
    return sealText(key, text, { territory, memberId: fileId, purpose: purposes[field] });
  }

  /** The name and description of a file. */
  open(territory: string, row: { file_id: string; wrapped: string; name_sealed: string | null; alt_sealed: string | null }): { fileName: string; alt: string | null } {
    const key = this.key(territory, row.file_id, row.wrapped);
    const text = (field: keyof typeof purposes, sealed: string | null) =>
      sealed === null ? null : openText(key, sealed, { territory, memberId: row.file_id, purpose: purposes[field] });
    return { fileName: text('name', row.name_sealed) ?? '', alt: text('alt', row.alt_sealed) };
  }
}
