import { Button } from '@unityplan/ui';
import { PictureUpload } from '../../../shared/components/picture-upload.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { OwnPicture } from './image-block.tsx';

/** The picture on the card and page of a course. */
export function CoverField({ fileId, onChange }: { fileId: string | null; onChange: (fileId: string | null) => void }) {
  const { t } = useTranslation('teach');
  return (
    <div className="flex flex-col gap-3">
      {fileId && (
        <>
          <p className="font-semibold">{t('about.cover')}</p>
          <OwnPicture fileId={fileId} />
          <Button tone="quiet" size="sm" className="self-start" onClick={() => onChange(null)}>{t('about.removeCover')}</Button>
        </>
      )}
      <PictureUpload label={t(fileId ? 'about.changeCover' : 'about.cover')} purpose="course_cover" onDone={(file) => onChange(file.fileId)} />
    </div>
  );
}
