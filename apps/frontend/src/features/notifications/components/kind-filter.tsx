import type { NotificationKind } from '@unityplan/sdk';
import { cx } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { kinds } from '../filters.ts';

/** Only notifications of one kind, or all. */
export function KindFilter({ kind, onChoose }: { kind: NotificationKind | undefined; onChoose: (kind: NotificationKind | undefined) => void }) {
  const { t } = useTranslation('notifications');
  return (
    <div role="group" aria-label={t('kind')} className="flex flex-wrap gap-2 pb-2">
      {([undefined, ...kinds] as const).map((each) => (
        <button key={each ?? 'all'} type="button" aria-pressed={each === kind} onClick={() => onChoose(each)}
          className={cx('min-h-9 rounded-full pointer-coarse:min-h-11 border px-3.5 text-sm', each === kind ? 'border-accent bg-accent-soft font-semibold text-accent' : 'border-line-strong hover:border-accent hover:text-accent')}>
          {t(`kinds.${each ?? 'all'}`)}
        </button>
      ))}
    </div>
  );
}
