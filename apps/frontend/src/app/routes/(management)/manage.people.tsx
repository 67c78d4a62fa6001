import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Avatar, Button, SkeletonList } from '@unityplan/ui';
import { AwardForm } from '../../../features/management/components/award-form.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { MemberAwards } from '../../../features/management/components/member-awards.tsx';
import { PersonPicker } from '../../../features/management/components/person-picker.tsx';
import { profileQuery } from '../../../features/profile/api/get-profile.ts';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/people')({
  validateSearch: ({ handle }): { handle?: string | undefined } => ({ handle: textParam(handle, 30) }),
  beforeLoad: requireMember,
  loader: () => loadTexts('management', 'badges'),
  component: PeoplePage,
});

function PeoplePage() {
  const { t } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { handle } = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: person, error, isLoading } = useQuery({ ...profileQuery(handle ?? ''), enabled: handle !== undefined });
  return (
    <Desk title={t('nav.people')} lead={t('people.lead')}>
      {!handle && <PersonPicker label={t('people.find')} hint={t('people.findHint')} onChoose={({ handle: next }) => next && void navigate({ search: { handle: next } })} />}
      {isLoading && <SkeletonList rows={2} label={common('loading')} />}
      {error && <ProblemState error={error} />}
      {handle && (
        <div className="flex flex-wrap items-center gap-4">
          {person && <Avatar id={person.memberId} name={person.displayName ?? person.handle} picture={person.avatar} />}
          {person && <p className="min-w-0 grow text-lg font-semibold"><PersonLink person={person} /> <span className="font-normal text-muted">@{person.handle}</span></p>}
          <Button tone="secondary" size="sm" onClick={() => void navigate({ search: {} })}>{t('people.another')}</Button>
        </div>
      )}
      {person && (
        <>
          <section aria-labelledby="their-badges" className="flex flex-col gap-2">
            <h2 id="their-badges" className="text-xl">{t('people.badges')}</h2>
            <MemberAwards key={person.memberId} person={person} />
          </section>
          <section aria-labelledby="award" className="flex flex-col gap-3">
            <h2 id="award" className="text-xl">{t('award.title')}</h2>
            <AwardForm key={person.memberId} person={person} />
          </section>
        </>
      )}
    </Desk>
  );
}
