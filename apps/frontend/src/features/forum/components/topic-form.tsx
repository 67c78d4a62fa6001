import { useForm, Controller } from 'react-hook-form';
import type { Category, TopicSummary } from '@unityplan/sdk';
import { Button, Select, TextField } from '@unityplan/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useDraft } from '../../../shared/hooks/use-draft.ts';
import { useFormProblem } from '../../../shared/hooks/use-form-problem.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { useCreateTopic } from '../api/create-topic.ts';
import { PostEditor } from './post-editor.tsx';

interface Props {
  categories: readonly Category[];
  categoryId: string | undefined;
  memberId: string;
  onDone: (topic: TopicSummary) => void;
}

/** Opens a topic. What is written stays on the device until it is posted. */
export function TopicForm({ categories, categoryId, memberId, onDone }: Props) {
  const { t, i18n } = useTranslation('forum');
  const create = useCreateTopic();
  const [title, setTitle] = useDraft(`${memberId}.new.title`);
  const [text, setText] = useDraft(`${memberId}.new.text`);
  // One key for the whole form: pressing twice, or again after a broken connection, opens one topic.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const form = useForm({ defaultValues: { categoryId: categoryId ?? '', title, markdown: text } });
  const { problem, show, clear } = useFormProblem(form);
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    clear();
    try {
      const topic = await create({ categoryId: values.categoryId, title: values.title.trim(), markdown: values.markdown.trim() }, key);
      setTitle('');
      setText('');
      onDone(topic);
    } catch (error) {
      show(error);
    }
  });
  const length = (min: number, max: number, tooShort: string, tooLong = tooShort) => (value: string) => {
    const size = value.trim().length;
    return size < min ? tooShort : size > max ? tooLong : true;
  };
  const changed = () => setKey(crypto.randomUUID());
  return (
    <form noValidate onSubmit={submit} onChange={changed} className="flex flex-col gap-6">
      {problem !== undefined && <ProblemState error={problem} />}
      <Select label={t('create.category')} error={errors.categoryId?.message} {...form.register('categoryId', { required: t('create.faults.category') })}>
        <option value="">{t('create.chooseCategory')}</option>
        {categories.map((category) => <option key={category.categoryId} value={category.categoryId}>{inLanguage(category.name, i18n.language)}</option>)}
      </Select>
      <TextField label={t('create.topicTitle')} hint={t('create.titleHint')} autoComplete="off" error={errors.title?.message}
        {...form.register('title', { validate: length(5, 150, t('create.faults.title')), onChange: (event: { target: { value: string } }) => setTitle(event.target.value) })} />
      <Controller control={form.control} name="markdown" rules={{ validate: length(2, 30_000, t('create.faults.text'), t('create.faults.textLong')) }}
        render={({ field }) => (
          <PostEditor label={t('create.text')} labelShown hint={t('create.hint')} placeholder={t('create.placeholder')} value={field.value} error={errors.markdown?.message}
            onChange={(value) => { field.onChange(value); setText(value); changed(); }} onSubmit={() => void submit()} />
        )} />
      <Button type="submit" busy={isSubmitting} className="self-start">{t('create.send')}</Button>
    </form>
  );
}
