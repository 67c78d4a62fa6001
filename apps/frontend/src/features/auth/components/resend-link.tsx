import { Button } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sdk } from '../../../shared/lib/sdk.ts';

/** Sends the verification link once more. */
export function ResendLink({ email }: { email: string }) {
  const { t } = useTranslation('auth');
  const [state, setState] = useState<{ busy?: boolean; sent?: boolean; error?: unknown }>({});
  const resend = async () => {
    setState({ busy: true });
    try {
      await sdk.requestVerification({ body: { email } });
      setState({ sent: true });
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <div className="flex flex-col items-start gap-3">
      {state.error !== undefined && <ProblemState error={state.error} />}
      <Button tone="secondary" busy={state.busy ?? false} onClick={() => void resend()}>{t('checkMail.resend')}</Button>
      <p role="status" className="text-muted">{state.sent && t('checkMail.resent')}</p>
    </div>
  );
}
