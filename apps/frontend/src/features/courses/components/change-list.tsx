import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Difference } from '../api/types.ts';
import type { Change } from './changes.ts';

/** What differs between two versions, in words. */
export function ChangeList({ changes, difference }: { changes: readonly Change[]; difference: Difference }) {
  const { t } = useTranslation('courses');
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      {changes.map(({ what, how, name, count }) => <li key={`${what} ${how} ${name}`}>{name ? t(`version.${what}.${how}`, { name }) : t(`version.unnamed.${what}.${how}`, { count })}</li>)}
      {difference.order && <li>{t('version.order')}</li>}
      {difference.about && <li>{t('version.about')}</li>}
    </ul>
  );
}
