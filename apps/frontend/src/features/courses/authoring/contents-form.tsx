import { Link } from '@tanstack/react-router';
import { Button, Icon, moved, SortableList } from '@unityplan/ui';
import { useSortableTexts } from '../../../shared/hooks/use-sortable-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { changeModule, newModule, newQuiz, removeQuiz, titleOf, type ModuleDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { LocalisedLine } from './localised-fields.tsx';
import { ModuleLessons } from './module-lessons.tsx';

/** The outline: modules, their lessons and the quizzes, to be put in order by dragging, keys or buttons. */
export function ContentsForm() {
  const { t } = useTranslation('teach');
  const { document, edit, course } = useDraft();
  const texts = useSortableTexts();
  const { modules, quizzes, language } = document;
  const nameOf = (module: ModuleDraft) => titleOf(module.title, language, t('contents.module', { number: modules.indexOf(module) + 1 }));
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="modules" className="flex flex-col gap-4">
        <h2 id="modules" className="text-xl">{t('contents.modules')}</h2>
        {modules.length === 0 && <p className="text-muted">{t('contents.empty')}</p>}
        <SortableList label={t('contents.modules')} items={modules} idOf={({ id }) => id} nameOf={nameOf} texts={texts} stacked className="flex flex-col gap-4" onMove={(from, to) => edit((now) => ({ ...now, modules: moved(now.modules, from, to) }))}>
          {(module) => (
            <div className="flex flex-col gap-4 p-1 sm:p-2">
              <LocalisedLine label={t('contents.moduleTitle')} value={module.title} max={150} onChange={(title) => edit(changeModule(module.id, (now) => ({ ...now, title })))} />
              <ModuleLessons module={module} name={nameOf(module)} />
              <Button tone="quiet" size="sm" className="self-start" disabled={module.lessons.length > 0} title={module.lessons.length > 0 ? t('contents.removeModuleFirst') : undefined}
                aria-label={t('contents.removeModuleOf', { name: nameOf(module) })} onClick={() => edit((now) => ({ ...now, modules: now.modules.filter(({ id }) => id !== module.id) }))}>
                <Icon name="trash" className="size-4" />{t('contents.removeModule')}
              </Button>
            </div>
          )}
        </SortableList>
        <Button tone="secondary" className="self-start" disabled={modules.length >= 30} onClick={() => edit((now) => ({ ...now, modules: [...now.modules, newModule()] }))}><Icon name="plus" />{t('contents.addModule')}</Button>
      </section>
      <section aria-labelledby="quizzes" className="flex flex-col gap-4">
        <h2 id="quizzes" className="text-xl">{t('contents.quizzes')}</h2>
        <p className="-mt-2 text-sm text-muted">{t('contents.quizzesHint')}</p>
        <ul className="flex flex-col gap-2">
          {quizzes.map((quiz, index) => {
            const name = titleOf(quiz.title, language, t('contents.quiz', { number: index + 1 }));
            return (
              <li key={quiz.id} className="flex items-center gap-2 rounded-md border border-line bg-surface py-1 ps-4 pe-1">
                <Link to="/teach/$courseId/quizzes/$quizId" params={{ courseId: course.courseId, quizId: quiz.id }} className="flex min-h-11 min-w-0 grow items-center gap-3 hover:underline">
                  <span className="min-w-0">{name}</span>
                  <span className="text-sm text-muted">{t('contents.questions', { count: quiz.questions.length })}</span>
                </Link>
                <Button tone="quiet" size="icon" aria-label={t('contents.removeQuiz', { name })} onClick={() => edit(removeQuiz(quiz.id))}><Icon name="trash" /></Button>
              </li>
            );
          })}
        </ul>
        <Button tone="secondary" className="self-start" disabled={quizzes.length >= 30} onClick={() => edit((now) => ({ ...now, quizzes: [...now.quizzes, newQuiz()] }))}><Icon name="plus" />{t('contents.addQuiz')}</Button>
      </section>
    </div>
  );
}
