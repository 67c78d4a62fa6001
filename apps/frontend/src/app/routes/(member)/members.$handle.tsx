import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Avatar, buttonClass, useLocale } from '@unityplan/ui';
import { MemberBadges } from '../../../features/badges/components/member-badges.tsx';
import { profileQuery } from '../../../features/profile/api/get-profile.ts';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { orNotFound } from '../../or-not-found.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(member)/members/$handle')({
  beforeLoad: requireMember,
  loader: async ({ context: { queryClient }, params: { handle } }) => {
    await Promise.all([orNotFound(queryClient.query(profileQuery(handle.toLowerCase()))), loadTexts('profile', 'badges')]);
  },
  component: MemberPage,
});

function MemberPage() {
  const { t } = useTranslation('profile');
  const { language, timeZone } = useLocale();
  const { handle } = Route.useParams();
  const me = useSession();
  const { data: member } = useQuery(profileQuery(handle.toLowerCase()));
  if (!member) return null;
  const name = member.displayName ?? `@${member.handle}`;
  const since = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', ...(timeZone ? { timeZone } : {}) }).format(new Date(member.memberSince));
  return (
    <NarrowPage>
      <header className="flex flex-wrap items-center gap-5">
        <Avatar id={member.memberId} name={member.displayName ?? member.handle} picture={member.avatar} size="lg" />
        <div className="grow">
          <PageHeading title={name}>{name}</PageHeading>
          <p className="text-muted">@{member.handle} · {t('memberSince')} {since}</p>
        </div>
        {me?.memberId === member.memberId && <Link to="/profile" className={buttonClass('secondary')}>{t('editOwn')}</Link>}
      </header>
      <p className={`border-t border-line pt-6 text-lg whitespace-pre-wrap ${member.about ? '' : 'text-muted'}`}>{member.about || t('aboutEmpty')}</p>
      <MemberBadges memberId={member.memberId} />
    </NarrowPage>
  );
}
