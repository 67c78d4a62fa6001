import { useNavigate } from '@tanstack/react-router';
import { useToast } from '@unityplan/ui';
import { useProblemToast } from '../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { useSignOut } from '../../shared/lib/session.ts';

/** Signs out and goes to the front page; says so when it did not work. */
export function useLeave(): () => Promise<void> {
  const { t } = useTranslation('common');
  const signOut = useSignOut();
  const toast = useToast();
  const failed = useProblemToast();
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
      await navigate({ to: '/' });
      toast({ text: t('signedOut') });
    } catch (error) {
      failed(error);
    }
  };
}
