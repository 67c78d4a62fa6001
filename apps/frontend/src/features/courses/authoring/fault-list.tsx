import { Link } from '@tanstack/react-router';
import { Icon, linkClass } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { lessonOf, titleOf, type DraftCheck } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { fieldOf, placeOf } from './fault-place.ts';

/** What is missing or worth a look, each with a link to where it is mended. */
export function FaultList({ faults, tone }: { faults: DraftCheck['faults']; tone: 'fault' | 'advice' }) {
  const { t } = useTranslation('teach');
  const { course, document } = useDraft();
  const { courseId } = course;
  if (faults.length === 0) return null;
  const link = (path: string) => {
    const place = placeOf(path, document);
    if (place.page === 'lesson') {
      const name = titleOf(lessonOf(document, place.lessonId)?.title ?? {}, document.language, t('untitled'));
      return <Link to="/teach/$courseId/lessons/$lessonId" params={{ courseId, lessonId: place.lessonId }} className={linkClass}>{place.block ? t('place.block', { name, number: place.block }) : t('place.lesson', { name })}</Link>;
    }
    if (place.page === 'quiz') {
      const name = titleOf(document.quizzes.find(({ id }) => id === place.quizId)?.title ?? {}, document.language, t('untitled'));
      return <Link to="/teach/$courseId/quizzes/$quizId" params={{ courseId, quizId: place.quizId }} className={linkClass}>{place.question ? t('place.question', { name, number: place.question }) : t('place.quiz', { name })}</Link>;
    }
    if (place.page === 'contents') return <Link to="/teach/$courseId/contents" params={{ courseId }} className={linkClass}>{t('pages.contents')}</Link>;
    return <Link to="/teach/$courseId" params={{ courseId }} className={linkClass}>{t('pages.about')}</Link>;
  };
  const name = (path: string) => {
    const at = fieldOf(path);
    if (!at) return '';
    return `${at.line ? t('field.line', { field: t(`field.${at.field}`), number: at.line }) : t(`field.${at.field}`)}: `;
  };
  return (
    <ul className="flex flex-col">
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`} className="flex items-start gap-3 border-t border-line py-2.5 first:border-t-0">
          <Icon name="alert" className={tone === 'fault' ? 'mt-0.5 text-danger' : 'mt-0.5 text-clay'} />
          <span className="min-w-0 grow"><span className="font-semibold">{name(path)}</span>{message} <span className="block text-sm">{link(path)}</span></span>
        </li>
      ))}
    </ul>
  );
}
