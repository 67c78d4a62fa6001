import { Link } from '@tanstack/react-router';
import { Button, Icon, linkClass, moved, Select, SortableList, TextField } from '@unityplan/ui';
import { useState } from 'react';
import { useSortableTexts } from '../../../shared/hooks/use-sortable-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { changeBlock, changeLesson, newId, titleOf, type BlockDraft, type LessonDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { ImageBlock, NewImage } from './image-block.tsx';
import { LessonPreview } from './lesson-preview.tsx';
import { LocalisedLine, LocalisedMarkdown } from './localised-fields.tsx';

const mostBlocks = 60;

/** A lesson: its title, how long it takes, and its blocks of text, pictures and quizzes. */
export function LessonForm({ lesson }: { lesson: LessonDraft }) {
  const { t } = useTranslation('teach');
  const { document, edit, state, course } = useDraft();
  const texts = useSortableTexts();
  const [preview, setPreview] = useState(false);
  const set = (part: Partial<LessonDraft>) => edit(changeLesson(lesson.id, (now) => ({ ...now, ...part })));
  const add = (block: BlockDraft) => edit(changeLesson(lesson.id, (now) => ({ ...now, blocks: [...now.blocks, block] })));
  const shown = new Set(lesson.blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quizId] : [])));
  const full = lesson.blocks.length >= mostBlocks;
  const nameOf = (block: BlockDraft) => t(`lesson.block.${block.kind}`, { number: lesson.blocks.indexOf(block) + 1 });
  const free = document.quizzes.filter((quiz) => !shown.has(quiz.id));
  const quizName = (quizId: string) => { const quiz = document.quizzes.find(({ id }) => id === quizId); return quiz ? titleOf(quiz.title, document.language, t('untitled')) : t('lesson.quizGone'); };
  return (
    <div className="flex flex-col gap-6">
      <LocalisedLine label={t('lesson.title')} value={lesson.title} max={150} onChange={(title) => set({ title })} />
      <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
        <TextField label={t('lesson.minutes')} type="number" min={0} max={600} className="max-w-32" value={lesson.minutes} onChange={(event) => set({ minutes: Math.min(600, Math.max(0, Math.round(Number(event.target.value) || 0))) })} />
        <label className="flex min-h-11 cursor-pointer items-center gap-3">
          <input type="checkbox" checked={lesson.preview} onChange={(event) => set({ preview: event.target.checked })} className="size-4 accent-(--accent)" />
          {t('lesson.preview')}
        </label>
        <Button tone="secondary" size="sm" className="ms-auto" disabled={state !== 'saved'} onClick={() => setPreview(true)}><Icon name="eye" className="size-4" />{t('lesson.see')}</Button>
      </div>
      <SortableList label={t('lesson.blocks')} items={lesson.blocks} idOf={({ id }) => id} nameOf={nameOf} texts={texts} stacked className="flex flex-col gap-4"
        onMove={(from, to) => edit(changeLesson(lesson.id, (now) => ({ ...now, blocks: moved(now.blocks, from, to) })))}>
        {(block) => (
          <div className="flex flex-col gap-3 p-1 sm:p-2">
            <div className="flex min-h-9 items-center justify-between gap-2">
              <h3 className="text-lg">{nameOf(block)}</h3>
              <Button tone="quiet" size="icon" aria-label={t('lesson.remove', { name: nameOf(block) })} onClick={() => set({ blocks: lesson.blocks.filter(({ id }) => id !== block.id) })}><Icon name="trash" /></Button>
            </div>
            {block.kind === 'text' && <LocalisedMarkdown label={t('lesson.text')} value={block.markdown} max={30_000} onChange={(markdown) => edit(changeBlock(lesson.id, block.id, (now) => ({ ...now, markdown }) as BlockDraft))} />}
            {block.kind === 'image' && <ImageBlock lessonId={lesson.id} block={block} />}
            {block.kind === 'quiz' && <Link to="/teach/$courseId/quizzes/$quizId" params={{ courseId: course.courseId, quizId: block.quizId }} className={`${linkClass} self-start`}>{quizName(block.quizId)}</Link>}
          </div>
        )}
      </SortableList>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <Button tone="secondary" disabled={full} onClick={() => add({ kind: 'text', id: newId('t'), markdown: {} })}><Icon name="plus" />{t('lesson.addText')}</Button>
          {free.length > 0 && (
            <span className="min-w-52">
              <Select label={t('lesson.addQuiz')} value="" disabled={full} onChange={(event) => add({ kind: 'quiz', id: newId('k'), quizId: event.target.value })}>
                <option value="">{t('lesson.chooseQuiz')}</option>
                {free.map((quiz) => <option key={quiz.id} value={quiz.id}>{titleOf(quiz.title, document.language, t('untitled'))}</option>)}
              </Select>
            </span>
          )}
        </div>
        {!full && <NewImage onImage={(fileId) => add({ kind: 'image', id: newId('i'), fileId, alt: {} })} />}
      </div>
      {preview && <LessonPreview lessonId={lesson.id} onClose={() => setPreview(false)} />}
    </div>
  );
}
