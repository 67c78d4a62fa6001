import type { ApiProblem } from '@unityplan/sdk';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useLive } from '../../../shared/lib/live.ts';

interface Props {
  title: string;
  error: ApiProblem;
  /** The stream behind the door: the server goes on with it by itself when the door opens. */
  streams: [string];
  onOpen: () => void;
}

/** A page that its reader may not see at present, and the way in. It opens by itself. */
export function ClosedDoor({ title, error, streams: [stream], onOpen }: Props) {
  const { t } = useTranslation('badges');
  useLive(stream, { onEntry: onOpen, onReload: onOpen, onSubscribed: onOpen });
  return (
    <NarrowPage>
      <PageHeading title={t('closed')}>{t('closed')}</PageHeading>
      <AccessNotice title={title} error={error} onRetry={onOpen} />
    </NarrowPage>
  );
}
