import { Dialog } from '@unityplan/ui';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { AccessVerdict } from '../../../shared/lib/badges.ts';

/** Says why something that was pressed does not happen, and the way in. */
export function DoorDialog({ title, verdict, onEnd }: { title: string; verdict: AccessVerdict; onEnd: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Dialog title={title} closeLabel={t('close')} onClose={onEnd}>
      <AccessNotice verdict={verdict} />
    </Dialog>
  );
}
