import { FilePicker } from '@unityplan/ui';
import { useTranslation } from '../hooks/use-translation.ts';
import { useUpload } from '../hooks/use-upload.ts';
import { pictureTypes, type FilePurpose, type StoredFile } from '../lib/files.ts';
import { UploadStatus, useUploadFault } from './upload-status.tsx';

/** Takes a picture and sends it at once, with its progress in its place. */
export function PictureUpload({ label, purpose, onDone }: { label: string; purpose: FilePurpose; onDone: (file: StoredFile) => void }) {
  const { t } = useTranslation('files');
  const { upload, send, again, cancel } = useUpload(purpose, onDone);
  const fault = useUploadFault();
  return (
    <div className="flex flex-col gap-3">
      <FilePicker label={label} hint={t('hint')} accept={pictureTypes} disabled={upload !== undefined && upload.phase !== 'failed'} error={upload?.phase === 'failed' ? fault(upload.error) : undefined}
        texts={{ choose: t('choose'), camera: t('camera'), drop: t('drop') }} onFile={(file) => void send(file, file.name)} />
      {upload && <UploadStatus upload={upload} onAgain={again} onCancel={cancel} />}
    </div>
  );
}
