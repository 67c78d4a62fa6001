import type { OwnProfile } from '@unityplan/sdk';
import { Avatar, Button, CropSquare, cutOut, FilePicker, middleSquare, useToast, type Square } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { UploadStatus, useUploadFault } from '../../../shared/components/upload-status.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useUpload } from '../../../shared/hooks/use-upload.ts';
import { pictureTypes } from '../../../shared/lib/files.ts';
import { useSetAvatar } from '../api/set-avatar.ts';

/** Larger than an avatar is ever shown, so that the server has something to choose from. */
const sentPixels = 512;

/** The own picture: choose, paste or photograph one, take a square of it, and send that. */
export function AvatarForm({ me }: { me: OwnProfile }) {
  const { t } = useTranslation('files');
  const { t: common } = useTranslation('common');
  const toast = useToast();
  const set = useSetAvatar();
  const fault = useUploadFault();
  const [bitmap, setBitmap] = useState<ImageBitmap>();
  const [square, setSquare] = useState<Square>();
  const [unreadable, setUnreadable] = useState(false);
  const { upload, send, again, cancel } = useUpload('avatar', (file) => set.mutate(file.fileId, { onSuccess: () => { close(); toast({ text: t('avatar.saved') }); } }));
  const close = () => { setBitmap(undefined); setSquare(undefined); };
  const open = async (file: File) => {
    setUnreadable(false);
    try {
      const read = await createImageBitmap(file);
      setBitmap(read);
      setSquare(middleSquare(read));
    } catch {
      setUnreadable(true);
    }
  };
  const save = async () => { if (bitmap && square) await send(await cutOut(bitmap, square, sentPixels), 'avatar.png'); };
  const busy = (upload !== undefined && upload.phase !== 'failed') || set.isPending;
  return (
    <section aria-labelledby="avatar" className="flex flex-col gap-4">
      <h2 id="avatar" className="text-xl">{t('avatar.title')}</h2>
      {set.error && <ProblemState error={set.error} />}
      {bitmap && square ? (
        <div className="flex flex-col gap-4">
          <CropSquare bitmap={bitmap} square={square} onChange={setSquare} texts={{ picture: t('crop.picture'), keys: t('crop.keys'), zoom: t('crop.zoom') }} />
          {upload && <UploadStatus upload={upload} onAgain={again} onCancel={cancel} />}
          {upload?.phase === 'failed' && <p role="alert" className="text-sm font-medium text-danger">{fault(upload.error)}</p>}
          <div className="flex flex-wrap justify-center gap-3">
            <Button busy={busy} onClick={() => void save()}>{t('avatar.save')}</Button>
            <Button tone="quiet" onClick={() => { cancel(); close(); }}>{common('cancel')}</Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-wrap items-start gap-5">
          <Avatar id={me.memberId} name={me.displayName ?? me.handle} picture={me.avatar} size="lg" />
          <div className="flex min-w-56 grow basis-0 flex-col gap-3">
            <FilePicker label={t(me.avatar ? 'avatar.change' : 'avatar.add')} hint={t('avatar.hint')} accept={pictureTypes} error={unreadable ? t('unreadable') : undefined}
              texts={{ choose: t('choose'), camera: t('camera'), drop: t('drop') }} onFile={(file) => void open(file)} />
            {me.avatar && <Button tone="quiet" size="sm" className="self-start" busy={set.isPending} onClick={() => set.mutate(null, { onSuccess: () => toast({ text: t('avatar.removed') }) })}>{t('avatar.remove')}</Button>}
          </div>
        </div>
      )}
    </section>
  );
}
