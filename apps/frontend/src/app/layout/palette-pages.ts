import type { IconName } from '@unityplan/ui';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { useRole } from '../../shared/lib/roles.ts';
import { useSession } from '../../shared/lib/session.ts';

export interface PalettePage {
  id: string;
  href: string;
  label: string;
  icon: IconName;
  keys?: string;
}

/** The pages that the reader can open. */
export function usePages(): PalettePage[] {
  const { t } = useTranslation('palette');
  const me = useSession();
  const moderates = useRole('moderator');
  const manages = useRole('manager');
  const teaches = useRole('teacher');
  const always: PalettePage[] = [
    { id: 'home', href: '/', label: t('pages.home'), icon: 'list', keys: 'g h' },
    { id: 'courses', href: '/courses', label: t('pages.courses'), icon: 'book', keys: 'g c' },
    { id: 'badges', href: '/badges', label: t('pages.badges'), icon: 'medal', keys: 'g b' },
    { id: 'territories', href: '/territories', label: t('pages.territories'), icon: 'forward' },
  ];
  if (!me) return [...always, { id: 'sign-in', href: '/sign-in', label: t('pages.signIn'), icon: 'forward' }, { id: 'register', href: '/register', label: t('pages.register'), icon: 'forward' }];
  return [
    ...always,
    { id: 'new-topic', href: '/new-topic', label: t('pages.newTopic'), icon: 'plus' },
    { id: 'notifications', href: '/notifications', label: t('pages.notifications'), icon: 'bell', keys: 'g n' },
    { id: 'drafts', href: '/drafts', label: t('pages.drafts'), icon: 'edit' },
    { id: 'you', href: `/members/${me.handle}`, label: t('pages.you'), icon: 'at' },
    { id: 'profile', href: '/profile', label: t('pages.profile'), icon: 'edit' },
    { id: 'settings', href: '/settings/notifications', label: t('pages.notificationSettings'), icon: 'bell' },
    { id: 'sessions', href: '/settings/sessions', label: t('pages.devices'), icon: 'device' },
    ...(teaches ? [{ id: 'teach', href: '/teach', label: t('pages.teach'), icon: 'book' as const }] : []),
    ...(moderates ? [{ id: 'moderation', href: '/moderation', label: t('pages.moderation'), icon: 'eye' as const }] : []),
    ...(manages ? [{ id: 'manage', href: '/manage', label: t('pages.manage'), icon: 'lock' as const }] : []),
  ];
}
