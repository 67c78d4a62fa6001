import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@unityplan/ui';
import { PictureUpload } from '../../../shared/components/picture-upload.tsx';
import { useProblemTexts } from '../../../shared/hooks/use-problem.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { fileQuery } from '../../../shared/lib/files.ts';
import { CoursePictureView } from '../components/course-picture.tsx';
import { changeBlock, type BlockDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { LocalisedLine } from './localised-fields.tsx';

type Image = Extract<BlockDraft, { kind: 'image' }>;

/** A picture of a lesson with its words. */
export function ImageBlock({ lessonId, block }: { lessonId: string; block: Image }) {
  const { t } = useTranslation('teach');
  const { edit } = useDraft();
  const set = (part: Partial<Image>) => edit(changeBlock(lessonId, block.id, (now) => ({ ...now, ...part }) as BlockDraft));
  return (
    <div className="flex flex-col gap-4">
      <OwnPicture fileId={block.fileId} />
      <LocalisedLine label={t('lesson.alt')} hint={t('lesson.altHint')} value={block.alt} max={500} onChange={(alt) => set({ alt })} />
      <LocalisedLine label={t('lesson.caption')} value={block.caption} max={300} onChange={(caption) => set({ caption })} />
    </div>
  );
}

/** A file of the author as it is stored; says why when it cannot be shown. */
export function OwnPicture({ fileId }: { fileId: string }) {
  const problem = useProblemTexts();
  const { data, error, refetch } = useQuery(fileQuery(fileId));
  if (error) return <p className="rounded-md bg-sunken px-4 py-6 text-muted">{problem(error).title} {problem(error).mend}</p>;
  if (!data) return <Skeleton className="h-40 w-full" />;
  return <CoursePictureView picture={data} alt={data.alt ?? ''} sizes="24rem" className="h-auto max-h-72 w-auto max-w-full self-start rounded-md object-contain" onLost={() => void refetch()} />;
}

/** Sends a picture and adds it as a block. */
export function NewImage({ onImage }: { onImage: (fileId: string) => void }) {
  const { t } = useTranslation('teach');
  return <PictureUpload label={t('lesson.addImage')} purpose="lesson_media" onDone={(file) => onImage(file.fileId)} />;
}
