import { Button, TextField } from '@unityplan/ui';
import { useForm } from 'react-hook-form';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useFormProblem } from '../../../shared/hooks/use-form-problem.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { emailRule } from './form-rules.ts';

/** Asks for an address and has a link sent to it. */
export function MailForm({ send, onDone }: { send: (email: string) => Promise<unknown>; onDone: (email: string) => void }) {
  const { t } = useTranslation('auth');
  const form = useForm({ defaultValues: { email: '' } });
  const { problem, show, clear } = useFormProblem(form);
  const submit = form.handleSubmit(async ({ email }) => {
    clear();
    try {
      await send(email.trim());
      onDone(email.trim());
    } catch (error) {
      show(error);
    }
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {problem !== undefined && <ProblemState error={problem} />}
      <TextField label={t('email')} type="email" autoComplete="username" inputMode="email" error={form.formState.errors.email?.message} {...form.register('email', emailRule(t))} />
      <Button type="submit" busy={form.formState.isSubmitting}>{t('forgot.submit')}</Button>
    </form>
  );
}
