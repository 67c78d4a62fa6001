import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { Button, PasswordField, Select, TextField } from '@unityplan/ui';
import { useForm } from 'react-hook-form';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useFormProblem } from '../../../shared/hooks/use-form-problem.ts';
import { currentLanguage, languages, type Language } from '../../../shared/lib/i18n.ts';
import { emailRule, passwordRule } from './form-rules.ts';

/** Registers with the territory of this host as home. */
export function RegisterForm({ onDone }: { onDone: (email: string) => void }) {
  const { t } = useTranslation('auth');
  const form = useForm({ defaultValues: { email: '', password: '', language: currentLanguage() as Language } });
  const { problem, show, clear } = useFormProblem(form, { password_weak: 'password' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    clear();
    try {
      await sdk.register({ body: { ...values, email: values.email.trim() } });
      onDone(values.email.trim());
    } catch (error) {
      show(error);
    }
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {problem !== undefined && <ProblemState error={problem} />}
      <TextField label={t('email')} type="email" autoComplete="email" inputMode="email" error={errors.email?.message} {...form.register('email', emailRule(t))} />
      <PasswordField label={t('password')} hint={t('passwordHint')} showLabel={t('showPassword')} hideLabel={t('hidePassword')} autoComplete="new-password"
        error={errors.password?.message} {...form.register('password', passwordRule(t))} />
      <Select label={t('register.languageLabel')} {...form.register('language')}>
        {Object.entries(languages).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </Select>
      <Button type="submit" busy={isSubmitting}>{t('register.submit')}</Button>
    </form>
  );
}
