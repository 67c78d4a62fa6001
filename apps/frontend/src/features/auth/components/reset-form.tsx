import { Button, PasswordField } from '@unityplan/ui';
import { useForm } from 'react-hook-form';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useFormProblem } from '../../../shared/hooks/use-form-problem.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { passwordRule } from './form-rules.ts';

/** Sets a new password with the token of a mailed link. */
export function ResetForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('auth');
  const form = useForm({ defaultValues: { password: '' } });
  const { problem, show, clear } = useFormProblem(form, { password_weak: 'password' });
  const submit = form.handleSubmit(async ({ password }) => {
    clear();
    try {
      await sdk.resetPassword({ body: { token, password } });
      onDone();
    } catch (error) {
      show(error);
    }
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {problem !== undefined && <ProblemState error={problem} />}
      <PasswordField label={t('newPassword')} hint={t('passwordHint')} showLabel={t('showPassword')} hideLabel={t('hidePassword')} autoComplete="new-password"
        error={form.formState.errors.password?.message} {...form.register('password', passwordRule(t))} />
      <Button type="submit" busy={form.formState.isSubmitting}>{t('reset.submit')}</Button>
    </form>
  );
}
