import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, Medal, Notice, SkeletonList, Tabs } from '@unityplan/ui';
import { useState } from 'react';
import { definitionQuery, type HeldState } from '../../../features/management/api/badges.ts';
import { AwardForm } from '../../../features/management/components/award-form.tsx';
import { BadgeEdit } from '../../../features/management/components/badge-edit.tsx';
import { BadgeStatePart } from '../../../features/management/components/badge-state.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { HolderList } from '../../../features/management/components/holder-list.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/badges/$badge')({
  validateSearch: ({ part }): { part?: 'holders' | undefined } => ({ part: part === 'holders' ? part : undefined }),
  beforeLoad: requireMember,
  loader: () => loadTexts('management', 'badges'),
  component: BadgePage,
});

const held = ['valid', 'expired', 'revoked'] as const satisfies readonly HeldState[];

function BadgePage() {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { badge } = Route.useParams();
  const { part = 'rules' } = Route.useSearch();
  const navigate = Route.useNavigate();
  const [state, setState] = useState<HeldState>('valid');
  const { data, error, refetch } = useQuery(definitionQuery(badge));
  const name = data ? inLanguage(data.name, language) : t('nav.badges');
  return (
    <Desk title={name} aside={data?.state === 'active' && <Link to="/badges/$badge" params={{ badge }} className={buttonClass('secondary')}>{t('badge.open')}</Link>}>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonList label={common('loading')} />}
      {data && (
        <Tabs label={t('badge.parts')} chosen={part} tabs={[{ key: 'rules', label: t('badge.rules') }, { key: 'holders', label: t('badge.holders') }]} onChoose={(key) => void navigate({ search: { part: key === 'holders' ? key : undefined }, replace: true, resetScroll: false })}>
          <div className="flex flex-col gap-8 pt-6">
            {part === 'rules' && (data.scope === 'territory' ? (
              <>
                <BadgeStatePart definition={data} />
                <BadgeEdit definition={data} onReload={() => refetch().then((result) => result.data)} />
              </>
            ) : (
              <>
                <Notice><p className="font-semibold">{t('badge.shared')}</p><p>{t('badge.sharedText')}</p></Notice>
                <div className="flex items-start gap-4"><Medal icon={data.icon} colour={data.colour} size="lg" /><p className="min-w-0 grow whitespace-pre-wrap">{inLanguage(data.criteria, language)}</p></div>
              </>
            ))}
            {part === 'holders' && (
              <>
                {data.byHand && data.state === 'active' ? <AwardForm key={badge} badge={badge} /> : <p className="text-muted">{t(data.byHand ? 'award.notActive' : 'award.notByHand')}</p>}
                <Tabs label={t('holders.which')} chosen={state} onChoose={setState} tabs={held.map((key) => ({ key, label: t(`holders.states.${key}`) }))}>
                  <HolderList badge={badge} state={state} />
                </Tabs>
              </>
            )}
          </div>
        </Tabs>
      )}
    </Desk>
  );
}
