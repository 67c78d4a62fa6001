import { ApiProblem } from '@unityplan/sdk';
import { Link } from '@tanstack/react-router';
import { Button, linkClass, PasswordField, TextField } from '@unityplan/ui';
import { useForm } from 'react-hook-form';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useFormProblem } from '../../../shared/hooks/use-form-problem.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { emailRule } from './form-rules.ts';

/** E-mail and password; when the address is not confirmed yet, a way to get a new link. */
export function SignInForm({ onDone, onUnverified }: { onDone: () => Promise<void>; onUnverified: (email: string) => void }) {
  const { t } = useTranslation('auth');
  const form = useForm({ defaultValues: { email: '', password: '' } });
  const { problem, show, clear } = useFormProblem(form);
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ email, password }) => {
    clear();
    try {
      await sdk.signIn({ body: { email: email.trim(), password, client: 'browser' } });
      await onDone();
    } catch (error) {
      show(error);
      form.setFocus('password');
    }
  });
  const resend = async () => {
    const email = form.getValues('email').trim();
    try {
      await sdk.requestVerification({ body: { email } });
      onUnverified(email);
    } catch (error) {
      show(error);
    }
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {problem !== undefined && (
        <ProblemState error={problem}>
          {problem instanceof ApiProblem && problem.code === 'email_not_verified' && (
            <button type="button" className={`${linkClass} min-h-8`} onClick={() => void resend()}>{t('signIn.resend')}</button>
          )}
        </ProblemState>
      )}
      <TextField label={t('email')} type="email" autoComplete="username" inputMode="email" error={errors.email?.message} {...form.register('email', emailRule(t))} />
      <PasswordField label={t('password')} showLabel={t('showPassword')} hideLabel={t('hidePassword')} autoComplete="current-password"
        error={errors.password?.message} {...form.register('password', { required: t('faults.passwordMissing') })} />
      <Button type="submit" busy={isSubmitting}>{t('signIn.submit')}</Button>
      <Link to="/forgot-password" className={`${linkClass} self-start`}>{t('signIn.forgot')}</Link>
    </form>
  );
}
