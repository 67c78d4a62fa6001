import type { OwnProfile } from '@unityplan/sdk';
import { Button, Select, TextArea, TextField, useToast } from '@unityplan/ui';
import { useForm } from 'react-hook-form';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useFormProblem } from '../../../shared/hooks/use-form-problem.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { languages } from '../../../shared/lib/i18n.ts';
import { useUpdateProfile } from '../api/update-profile.ts';
import { aboutRule, displayNameRule, handleRule } from './form-rules.ts';

/** The own profile, all of it. */
export function ProfileForm({ me }: { me: OwnProfile }) {
  const { t } = useTranslation('profile');
  const update = useUpdateProfile();
  const toast = useToast();
  const { displayName, handle, about, language, timeZone } = me;
  const form = useForm({ values: { displayName: displayName ?? '', handle, about, language, timeZone }, resetOptions: { keepDirtyValues: true } });
  const { problem, show, clear } = useFormProblem(form, { handle_taken: 'handle' });
  const { errors, isSubmitting } = form.formState;
  const zones = [...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
  const submit = form.handleSubmit(async (values) => {
    clear();
    const wanted = values.handle.trim().toLowerCase();
    try {
      await update({
        displayName: values.displayName.trim(), about: values.about.trim(), language: values.language, timeZone: values.timeZone, ...(wanted === handle ? {} : { handle: wanted }),
      });
      toast({ text: t('edit.saved') });
    } catch (error) {
      show(error);
    }
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      {problem !== undefined && <ProblemState error={problem} />}
      <TextField label={t('displayName')} hint={t('displayNameHint')} autoComplete="name" error={errors.displayName?.message} {...form.register('displayName', displayNameRule(t))} />
      <TextField label={t('handle')} hint={t('handleHint')} autoComplete="off" autoCapitalize="none" spellCheck={false} error={errors.handle?.message} {...form.register('handle', handleRule(t))} />
      <TextArea label={t('about')} hint={t('aboutHint')} error={errors.about?.message} {...form.register('about', aboutRule(t))} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <Select label={t('language')} {...form.register('language')}>
          {Object.entries(languages).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </Select>
        <Select label={t('timeZone')} hint={t('timeZoneHint')} error={errors.timeZone?.message} {...form.register('timeZone')}>
          {zones.map((zone) => <option key={zone} value={zone}>{zone.replaceAll('_', ' ')}</option>)}
        </Select>
      </div>
      <Button type="submit" busy={isSubmitting} className="self-start">{t('edit.submit')}</Button>
    </form>
  );
}
