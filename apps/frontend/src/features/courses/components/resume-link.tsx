import { Link } from '@tanstack/react-router';
import { buttonClass, Icon } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Enrolment } from '../api/types.ts';

/** Leads to where the learner was: the lesson and block last on screen, else the page of the course. */
export function ResumeLink({ slug, enrolment, first }: { slug: string; enrolment: Enrolment; first?: string | undefined }) {
  const { t } = useTranslation('courses');
  const lessonId = enrolment.progress.resume?.lessonId ?? first;
  const block = enrolment.progress.resume?.blockId;
  const face = <><Icon name="forward" />{t(enrolment.progress.resume ? 'resume' : 'begin')}</>;
  if (!lessonId) return <Link to="/courses/$course" params={{ course: slug }} className={buttonClass()}>{face}</Link>;
  return <Link to="/courses/$course/lessons/$lessonId" params={{ course: slug, lessonId }} {...(block ? { hash: `block-${block}` } : {})} className={buttonClass()}>{face}</Link>;
}
