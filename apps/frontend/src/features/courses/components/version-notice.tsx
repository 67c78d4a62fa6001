import { Button, Dialog, Notice, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useMoveToVersion } from '../api/enrolment.ts';
import type { CoursePage, Enrolment } from '../api/types.ts';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { useSaid } from './localised.tsx';

/** Says that a newer version is out. The learner stays in theirs until they choose to move, and can go back. */
export function VersionNotice({ course, enrolment }: { course: CoursePage; enrolment: Enrolment }) {
  const { t } = useTranslation('courses');
  const [open, setOpen] = useState(false);
  const move = useMoveToVersion();
  const toast = useToast();
  const { newer, earlier } = enrolment;
  const go = (versionId: string, number: number) => move.mutate({ courseId: course.courseId, versionId }, { onSuccess: () => { setOpen(false); toast({ text: t('version.moved', { number }) }); } });
  if (!newer) {
    const before = earlier.at(-1);
    if (!before) return null;
    return (
      <details className="text-sm text-muted">
        <summary className="min-h-8">{t('version.now', { number: enrolment.version.number })}</summary>
        <p className="mt-1 mb-2">{t('version.backText')}</p>
        {move.error && <ProblemState error={move.error} />}
        <span className="flex flex-wrap gap-2">
          {earlier.map((version) => <Button key={version.versionId} tone="secondary" size="sm" busy={move.isPending} onClick={() => go(version.versionId, version.number)}>{t('version.back', { number: version.number })}</Button>)}
        </span>
      </details>
    );
  }
  return (
    <Notice>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p><strong className="font-semibold">{t('version.newer', { number: newer.number })}</strong> {t('version.newerText', { number: enrolment.version.number })}</p>
        <Button tone="secondary" size="sm" onClick={() => setOpen(true)}>{t('version.see')}</Button>
      </div>
      {open && <ChangesDialog course={course} newer={newer} busy={move.isPending} error={move.error} onMove={() => go(newer.versionId, newer.number)} onClose={() => setOpen(false)} />}
    </Notice>
  );
}

interface DialogProps {
  course: CoursePage;
  newer: NonNullable<Enrolment['newer']>;
  busy: boolean;
  error: unknown;
  onMove: () => void;
  onClose: () => void;
}

function ChangesDialog({ course, newer, busy, error, onMove, onClose }: DialogProps) {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const changes = changesOf(newer.difference, course, useSaid(course.language));
  return (
    <Dialog title={t('version.title', { number: newer.number })} closeLabel={common('close')} onClose={onClose}
      actions={<><Button tone="secondary" onClick={onClose}>{t('version.stay')}</Button><Button busy={busy} onClick={onMove}>{t('version.move', { number: newer.number })}</Button></>}>
      <div className="flex flex-col gap-4">
        {error !== null && error !== undefined && <ProblemState error={error} />}
        {newer.note && <blockquote className="border-s-3 border-line-strong ps-4">{newer.note}</blockquote>}
        <ChangeList changes={changes} difference={newer.difference} />
        <p className="text-muted">{t('version.keep')}</p>
      </div>
    </Dialog>
  );
}
