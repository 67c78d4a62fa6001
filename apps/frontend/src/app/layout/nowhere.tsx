import { Link } from '@tanstack/react-router';
import { buttonClass, Contours } from '@unityplan/ui';
import { NarrowPage, PageHeading } from '../../shared/components/page.tsx';
import { useTranslation } from '../../shared/hooks/use-translation.ts';

/** An address without anything behind it. */
export function Nowhere() {
  const { t } = useTranslation('common');
  return (
    <NarrowPage className="items-center text-center">
      <Contours seed="nowhere" className="fade-round size-64 text-line-strong" />
      <PageHeading title={t('notFound.title')}>{t('notFound.title')}</PageHeading>
      <p className="text-lg text-muted">{t('notFound.text')}</p>
      <Link to="/" className={buttonClass('primary')}>
        {t('notFound.back')}
      </Link>
    </NarrowPage>
  );
}
