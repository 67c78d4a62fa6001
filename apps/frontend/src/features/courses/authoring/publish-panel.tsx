import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiProblem } from '@unityplan/sdk';
import { Button, Dialog, Icon, linkClass, Notice, SkeletonList, TextArea, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { checkQuery, usePublish } from './api.ts';
import { useDraft } from './draft-context.tsx';
import { FaultList } from './fault-list.tsx';
import { VersionChanges } from './version-changes.tsx';

/** What is in the way of publishing, what it would change, and the way to do it. */
export function PublishPanel() {
  const { t } = useTranslation('teach');
  const { t: common } = useTranslation('common');
  const { course, state, revision } = useDraft();
  const { data: check, error, refetch, isFetching } = useQuery({ ...checkQuery(course.courseId), enabled: state === 'saved' });
  const [asking, setAsking] = useState(false);
  if (state !== 'saved') return <p role="status" className="text-muted">{t('publish.waits')}</p>;
  if (!check) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={3} label={common('loading')} />;
  const nothing = check.difference !== null && isEmpty(check.difference);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="check" className="flex flex-col gap-3">
        <h2 id="check" className="text-xl">{t('publish.check')}</h2>
        {check.faults.length === 0 ? <p className="flex items-center gap-2 font-semibold text-accent"><Icon name="check" />{t('publish.ready')}</p> : <p>{t('publish.faults', { count: check.faults.length })}</p>}
        <FaultList faults={check.faults} tone="fault" />
        {check.advice.length > 0 && (
          <>
            <h3 className="text-lg">{t('publish.advice')}</h3>
            <FaultList faults={check.advice} tone="advice" />
          </>
        )}
      </section>
      {check.difference && (
        <section aria-labelledby="differs" className="flex flex-col gap-3">
          <h2 id="differs" className="text-xl">{t('publish.changes')}</h2>
          {nothing ? <p className="text-muted">{t('publish.nothing')}</p> : <VersionChanges difference={check.difference} />}
        </section>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button disabled={check.faults.length > 0 || nothing} busy={isFetching} onClick={() => setAsking(true)}>{t('publish.button')}</Button>
        {course.state !== 'draft' && <Link to="/courses/$course" params={{ course: course.slug }} className={linkClass}>{t('publish.see')}</Link>}
      </div>
      <Notice>{t('publish.immutable')}</Notice>
      {asking && <PublishDialog revision={revision} onClose={() => setAsking(false)} onStale={() => void refetch()} />}
    </div>
  );
}

const isEmpty = ({ about, order, ...lists }: NonNullable<Parameters<typeof VersionChanges>[0]['difference']>) => !about && !order && Object.values(lists).every((ids) => ids.length === 0);

function PublishDialog({ revision, onClose, onStale }: { revision: number; onClose: () => void; onStale: () => void }) {
  const { t } = useTranslation('teach');
  const { t: common } = useTranslation('common');
  const { course } = useDraft();
  const toast = useToast();
  const [note, setNote] = useState('');
  const publish = usePublish(course.courseId);
  const confirm = () =>
    publish.mutate({ revision, note: note.trim() }, {
      onSuccess: (version) => { toast({ text: t('publish.done', { number: version.number }) }); onClose(); },
      onError: (error) => { if (error instanceof ApiProblem && error.code === 'course_incomplete') onStale(); },
    });
  return (
    <Dialog title={t('publish.title')} closeLabel={common('close')} onClose={onClose} actions={<><Button tone="quiet" onClick={onClose}>{common('cancel')}</Button><Button busy={publish.isPending} onClick={confirm}>{t('publish.confirm')}</Button></>}>
      <div className="flex flex-col gap-4">
        {publish.error && <ProblemState error={publish.error} />}
        <p>{t('publish.text')}</p>
        <TextArea label={t('publish.note')} hint={t('publish.noteHint')} optional={common('optional')} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    </Dialog>
  );
}
