import { Link } from '@tanstack/react-router';
import { soloLinkClass } from '@unityplan/ui';
import { useTranslation } from '../../shared/hooks/use-translation.ts';

/** The foot of every page. */
export function Footer() {
  const { t } = useTranslation('common');
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-col gap-3 px-4 py-8 text-sm text-muted sm:flex-row sm:items-center sm:gap-8">
        <p className="max-w-xl sm:me-auto">{t('footer.about')}</p>
        <Link to="/territories" className={soloLinkClass}>{t('footer.territories')}</Link>
        <Link to="/moderation/log" className={soloLinkClass}>{t('footer.moderationLog')}</Link>
        <a href="/api/docs" className={soloLinkClass}>{t('footer.api')}</a>
      </div>
    </footer>
  );
}
