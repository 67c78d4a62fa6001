import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { changesOf } from '../components/changes.ts';
import type { Difference } from '../api/types.ts';
import { titleOf } from './document.ts';
import { useDraft } from './draft-context.tsx';

/** What a version changes, in words. */
export function VersionChanges({ difference }: { difference: Difference | null }) {
  const { t } = useTranslation('courses');
  const { t: teach } = useTranslation('teach');
  const { document } = useDraft();
  if (!difference) return <p className="text-sm text-muted">{teach('versions.first')}</p>;
  const known = {
    modules: document.modules.map(({ id, title, lessons }) => ({ moduleId: id, title, lessons: lessons.map((lesson) => ({ lessonId: lesson.id, title: lesson.title, minutes: 0, preview: false, quizIds: [] })) })),
    quizzes: document.quizzes.map((quiz) => ({ quizId: quiz.id, title: quiz.title, questionCount: 0, passPercent: 0, attempts: null, required: true })),
  };
  const changes = changesOf(difference, known, (text) => titleOf(text, document.language, ''));
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      {changes.map(({ what, how, name, count }) => <li key={`${what} ${how} ${name}`}>{name ? t(`version.${what}.${how}`, { name }) : t(`version.unnamed.${what}.${how}`, { count })}</li>)}
      {difference.order && <li>{t('version.order')}</li>}
      {difference.about && <li>{t('version.about')}</li>}
    </ul>
  );
}
