import { Link } from '@tanstack/react-router';
import { Breadcrumb, Button, Notice } from '@unityplan/ui';
import { useMemo, useState, type ReactNode } from 'react';
import { PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { titleOf, type CourseDraft } from './document.ts';
import { DraftContext } from './draft-context.tsx';
import { SaveState } from './save-state.tsx';
import { useDraftStore } from './use-draft-store.ts';

const pages = [['/teach/$courseId', 'about'], ['/teach/$courseId/contents', 'contents'], ['/teach/$courseId/publish', 'publish'], ['/teach/$courseId/versions', 'versions']] as const;

/** The editor's frame: one draft for all its pages, its title, and where the work is saved. */
export function DraftFrame({ course, memberId, children }: { course: CourseDraft; memberId: string; children: ReactNode }) {
  const { t } = useTranslation('teach');
  const { t: common } = useTranslation('common');
  const draft = useDraftStore(course, memberId);
  const [later, setLater] = useState(false);
  if (later && draft.state !== 'conflict') setLater(false);
  const value = useMemo(() => ({ ...draft, course }), [draft, course]);
  const title = titleOf(draft.document.title, draft.document.language, t('untitled'));
  const { courseId } = course;
  return (
    <DraftContext value={value}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 sm:py-8">
        <Breadcrumb label={common('breadcrumb')}>
          <Link to="/teach">{t('title')}</Link>
        </Breadcrumb>
        <header className="flex flex-col gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <PageHeading title={t('editing', { title })}>{title}</PageHeading>
            <SaveState state={draft.state} />
          </div>
          <nav aria-label={t('pages.label')} className="flex gap-1 overflow-x-auto border-b border-line">
            {pages.map(([to, key]) => (
              <Link key={key} to={to} params={{ courseId }} activeOptions={{ exact: true }} className="-mb-px flex min-h-11 shrink-0 items-center border-b-2 px-4 font-semibold no-underline" activeProps={{ className: 'border-accent text-ink' }} inactiveProps={{ className: 'border-transparent text-muted hover:text-ink' }}>
                {t(`pages.${key}`)}
              </Link>
            ))}
          </nav>
        </header>
        {draft.refusal !== undefined && <ProblemState error={draft.refusal} />}
        {draft.state === 'conflict' && later && <Notice tone="clay"><p className="mb-2">{t('conflict.waits')}</p><Button tone="secondary" onClick={() => setLater(false)}>{t('conflict.choose')}</Button></Notice>}
        {children}
        {draft.state === 'conflict' && !later && <ConflictDialog onLater={() => setLater(true)} />}
      </div>
    </DraftContext>
  );
}
