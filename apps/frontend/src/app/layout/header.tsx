import { Link } from '@tanstack/react-router';
import { buttonClass, Icon, Mark } from '@unityplan/ui';
import { NotificationBell } from '../../features/notifications/components/notification-bell.tsx';
import { PaletteButton } from '../../features/palette/components/palette-button.tsx';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { inLanguage, useTerritory } from '../../shared/lib/territory.ts';
import { useSession } from '../../shared/lib/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { GuestMenu } from './guest-menu.tsx';

const pages = [['/courses', 'courses'], ['/badges', 'badges']] as const;

/** The head of every page: where one is, and who one is there. */
export function Header() {
  const { t } = useTranslation('common');
  const territory = useTerritory();
  const me = useSession();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper">
      <nav aria-label={t('mainNav')} className="mx-auto flex min-h-16 max-w-6xl items-center gap-1 px-4 sm:gap-2">
        <Link to="/" className="me-auto flex min-h-11 min-w-0 items-center gap-2.5 rounded-md pe-2 no-underline">
          <Mark className="size-8 shrink-0" />
          <span className="flex min-w-0 flex-col leading-tight">
            <span className="truncate font-serif text-lg leading-tight font-semibold">{territory ? inLanguage(territory.name) : 'UnityPlan'}</span>
            {territory && <span className="hidden text-xs tracking-wide text-muted sm:block">UnityPlan</span>}
          </span>
        </Link>
        <span className="flex max-md:hidden">
          {pages.map(([to, key]) => (
            <Link key={to} to={to} className="flex min-h-11 items-center rounded-md px-3 font-semibold no-underline" activeProps={{ className: 'text-accent' }} inactiveProps={{ className: 'text-muted hover:bg-sunken hover:text-ink' }}>
              {t(key)}
            </Link>
          ))}
        </span>
        <PaletteButton />
        {me && (
          <>
            <Link to="/new-topic" aria-label={t('newTopic')} className={buttonClass('primary', 'md', 'max-sm:size-11 max-sm:p-0')}>
              <Icon name="plus" />
              <span className="max-sm:hidden">{t('newTopic')}</span>
            </Link>
            <NotificationBell memberId={me.memberId} />
            <AccountMenu me={me} />
          </>
        )}
        {me === null && (
          <>
            <Link to="/sign-in" className={buttonClass('quiet', 'md', 'px-3')}>
              {t('signIn')}
            </Link>
            <Link to="/register" className={buttonClass('secondary', 'md', 'max-sm:hidden')}>
              {t('register')}
            </Link>
            <GuestMenu />
          </>
        )}
      </nav>
    </header>
  );
}
