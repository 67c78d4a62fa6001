import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { ChangeList } from '../components/change-list.tsx';
import { changesOf } from '../components/changes.ts';
import type { Difference } from '../api/types.ts';
import { titleOf } from './document.ts';
import { useDraft } from './draft-context.tsx';

/** What a version changes, in words. */
export function VersionChanges({ difference }: { difference: Difference | null }) {
  const { t: teach } = useTranslation('teach');
  const { document } = useDraft();
  if (!difference) return <p className="text-sm text-muted">{teach('versions.first')}</p>;
  const known = {
    modules: document.modules.map(({ id, title, lessons }) => ({ moduleId: id, title, lessons: lessons.map((lesson) => ({ lessonId: lesson.id, title: lesson.title, minutes: 0, preview: false, quizIds: [] })) })),
    quizzes: document.quizzes.map((quiz) => ({ quizId: quiz.id, title: quiz.title, questionCount: 0, passPercent: 0, attempts: null, required: true })),
  };
  return <ChangeList changes={changesOf(difference, known, (text) => titleOf(text, document.language, ''))} difference={difference} />;
}
