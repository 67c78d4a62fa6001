import type { OwnProfile } from '@unityplan/sdk';
import { Button, TextField } from '@unityplan/ui';
import { useForm } from 'react-hook-form';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useFormProblem } from '../../../shared/hooks/use-form-problem.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { currentLanguage } from '../../../shared/lib/i18n.ts';
import { useUpdateProfile } from '../api/update-profile.ts';
import { displayNameRule, handleRule } from './form-rules.ts';

/** The first thing a new member does: choose how others see them. Language and time zone are taken from the device. */
export function WelcomeForm({ me, onDone }: { me: OwnProfile; onDone: () => void }) {
  const { t } = useTranslation('profile');
  const update = useUpdateProfile();
  const form = useForm({ defaultValues: { displayName: me.displayName ?? '', handle: me.handle } });
  const { problem, show, clear } = useFormProblem(form, { handle_taken: 'handle' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ displayName, handle }) => {
    clear();
    try {
      const wanted = handle.trim().toLowerCase();
      await update({
        displayName: displayName.trim(), language: currentLanguage(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(wanted === me.handle ? {} : { handle: wanted }),
      });
      onDone();
    } catch (error) {
      show(error);
    }
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {problem !== undefined && <ProblemState error={problem} />}
      <TextField label={t('displayName')} hint={t('displayNameHint')} autoComplete="name" error={errors.displayName?.message} {...form.register('displayName', displayNameRule(t))} />
      <TextField label={t('handle')} hint={t('handleHint')} autoComplete="off" autoCapitalize="none" spellCheck={false} error={errors.handle?.message} {...form.register('handle', handleRule(t))} />
      <Button type="submit" busy={isSubmitting}>{t('welcome.submit')}</Button>
    </form>
  );
}
