import { Link, useRouterState } from '@tanstack/react-router';
import type { OwnProfile } from '@unityplan/sdk';
import { buttonClass } from '@unityplan/ui';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { AccessVerdict } from '../../../shared/lib/badges.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';

/** What a guest sees in the place of the reply box. */
export function GuestInvitation({ me, verdict }: { me: OwnProfile | null | undefined; verdict: AccessVerdict }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const territory = useTerritory();
  const back = useRouterState({ select: ({ location }) => location.href });
  if (me !== null) return null;
  return (
    <section className="flex flex-col items-start gap-3 rounded-lg bg-sunken px-6 py-6">
      <h2 className="text-xl">{t('reply.guest')}</h2>
      {territory && <p className="text-muted">{t('reply.guestText', { territory: inLanguage(territory.name) })}</p>}
      {verdict.lacking.length > 0 && <div className="w-full"><AccessNotice title={t('door.reply')} verdict={verdict} /></div>}
      <div className="flex flex-wrap gap-3">
        <Link to="/sign-in" search={{ back }} className={buttonClass()}>{common('signIn')}</Link>
        <Link to="/register" className={buttonClass('secondary')}>{common('register')}</Link>
      </div>
    </section>
  );
}
