import { Link } from '@tanstack/react-router';
import { Button, Icon, moved, SortableList, useToast } from '@unityplan/ui';
import { useSortableTexts } from '../../../shared/hooks/use-sortable-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { changeModule, moveLessonTo, newLesson, putLessonBack, titleOf, type LessonDraft, type ModuleDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';

/** The lessons of a module. Each can be put in order here, or moved to another module. */
export function ModuleLessons({ module, name }: { module: ModuleDraft; name: string }) {
  const { t } = useTranslation('teach');
  const { t: common } = useTranslation('common');
  const { document, edit, course } = useDraft();
  const texts = useSortableTexts();
  const toast = useToast();
  const nameOf = (lesson: LessonDraft) => titleOf(lesson.title, document.language, t('contents.lesson', { number: module.lessons.indexOf(lesson) + 1 }));
  const others = document.modules.filter(({ id }) => id !== module.id);
  const remove = (lesson: LessonDraft) => {
    const index = module.lessons.indexOf(lesson);
    edit(changeModule(module.id, (now) => ({ ...now, lessons: now.lessons.filter(({ id }) => id !== lesson.id) })));
    toast({ text: t('contents.removed', { name: nameOf(lesson) }), action: { label: common('undo'), run: () => edit(putLessonBack(lesson, module.id, index)) } });
  };
  return (
    <div className="flex flex-col gap-2">
      <SortableList label={t('contents.lessonsOf', { name })} items={module.lessons} idOf={({ id }) => id} nameOf={nameOf} texts={texts}
        onMove={(from, to) => edit(changeModule(module.id, (now) => ({ ...now, lessons: moved(now.lessons, from, to) })))}>
        {(lesson) => (
          <div className="flex flex-wrap items-center gap-x-2">
            <Link to="/teach/$courseId/lessons/$lessonId" params={{ courseId: course.courseId, lessonId: lesson.id }} className="flex min-h-9 pointer-coarse:min-h-11 min-w-32 grow basis-0 items-center font-semibold hover:underline">{nameOf(lesson)}</Link>
            {others.length > 0 && (
              <select aria-label={t('contents.moveTo', { name: nameOf(lesson) })} value="" onChange={(event) => edit(moveLessonTo(lesson.id, event.target.value))} className="min-h-9 pointer-coarse:min-h-11 max-w-40 rounded-md border border-line-strong bg-surface px-2 text-sm">
                <option value="">{t('contents.move')}</option>
                {others.map((other) => <option key={other.id} value={other.id}>{titleOf(other.title, document.language, t('contents.module', { number: document.modules.indexOf(other) + 1 }))}</option>)}
              </select>
            )}
            <Button tone="quiet" size="icon" aria-label={t('contents.removeLesson', { name: nameOf(lesson) })} onClick={() => remove(lesson)}><Icon name="trash" /></Button>
          </div>
        )}
      </SortableList>
      <Button tone="quiet" size="sm" className="self-start" disabled={module.lessons.length >= 40} aria-label={t('contents.addLessonTo', { name })} onClick={() => edit(changeModule(module.id, (now) => ({ ...now, lessons: [...now.lessons, newLesson()] })))}>
        <Icon name="plus" className="size-4" />{t('contents.addLesson')}
      </Button>
    </div>
  );
}
