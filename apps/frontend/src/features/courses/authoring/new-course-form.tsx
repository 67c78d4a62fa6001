import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, TextField } from '@unityplan/ui';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useKeyFor } from '../../../shared/hooks/use-key-for.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { currentLanguage, languages, type Language } from '../../../shared/lib/i18n.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { teachKeys } from './api.ts';

/** Begins a course: a title and its main language are enough. */
export function NewCourseForm({ onDone }: { onDone: (courseId: string) => void }) {
  const { t } = useTranslation('teach');
  const client = useQueryClient();
  const keyFor = useKeyFor();
  const [problem, setProblem] = useState<unknown>();
  const form = useForm({ defaultValues: { title: '', language: currentLanguage() as Language } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ title, language }) => {
    setProblem(undefined);
    try {
      const body = { title: { [language]: title.trim() }, language };
      const course = await sdk.createCourse({ body, idempotencyKey: keyFor(body) });
      void client.invalidateQueries({ queryKey: teachKeys.list });
      onDone(course.courseId);
    } catch (error) {
      setProblem(error);
    }
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      <h2 className="text-xl">{t('new.title')}</h2>
      {problem !== undefined && <ProblemState error={problem} />}
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TextField label={t('about.courseTitle')} maxLength={150} autoComplete="off" error={errors.title?.message} {...form.register('title', { validate: (value) => value.trim().length > 0 || t('new.noTitle') })} />
        <Select label={t('about.main')} {...form.register('language')}>
          {Object.entries(languages).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </Select>
      </div>
      <Button type="submit" busy={isSubmitting} className="self-start">{t('new.submit')}</Button>
    </form>
  );
}
