import { UploadProgress } from '@unityplan/ui';
import { useTranslation } from '../hooks/use-translation.ts';
import { FileTooLarge, type Upload } from '../hooks/use-upload.ts';
import { useProblemTexts } from '../hooks/use-problem.ts';
import { maxFileBytes } from '../lib/files.ts';

/** How far an upload is, with ways to try again or give up. */
export function UploadStatus({ upload, onAgain, onCancel }: { upload: Upload; onAgain: () => void; onCancel: () => void }) {
  const { t } = useTranslation('files');
  return (
    <UploadProgress name={upload.name} percent={upload.percent} phase={upload.phase} onAgain={onAgain} onCancel={onCancel}
      texts={{ label: t('progress'), sending: t('sending'), waiting: t('waiting'), finishing: t('finishing'), failed: t('failed'), again: t('again'), cancel: t('cancel') }} />
  );
}

/** What went wrong with a file, and what to do. */
export function useUploadFault(): (error: unknown) => string {
  const { t } = useTranslation('files');
  const problem = useProblemTexts();
  return (error) => {
    if (error instanceof FileTooLarge) return t('tooLarge', { mb: maxFileBytes / 1024 / 1024 });
    const { title, mend } = problem(error);
    return `${title} ${mend}`;
  };
}
