import { Icon } from '@unityplan/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { useLiveStatus } from '../../shared/lib/live.ts';

/** Says when live updates have stopped, after a moment's grace, and goes away by itself. */
export function ConnectionHint() {
  const { t } = useTranslation('common');
  const offline = useLiveStatus() === 'offline';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!offline) return;
    const timer = setTimeout(() => setShown(true), 2500);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [offline]);
  return (
    <div role="status">
      {shown && (
        <p className="flex items-center justify-center gap-2 bg-clay-soft px-4 py-2 text-sm text-ink">
          <Icon name="alert" className="size-4 text-clay" />
          {t('live.offline')}
        </p>
      )}
    </div>
  );
}
