import { useQueryClient } from '@tanstack/react-query';
import { useProblemToast } from '../../shared/hooks/use-problem-toast.ts';
import { changeLanguage, type Language } from '../../shared/lib/i18n.ts';
import { sdk } from '../../shared/lib/sdk.ts';
import { sessionKey, useSession } from '../../shared/lib/session.ts';

/** Changes the language here; a member's choice goes along to other devices. If that fails the interface is still in the new language here. Says so when the texts do not come. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const client = useQueryClient();
  const me = useSession();
  const failed = useProblemToast();
  return async (language) => {
    try {
      await changeLanguage(language);
    } catch (error) {
      failed(error);
      return;
    }
    if (me) client.setQueryData(sessionKey, await sdk.updateOwnProfile({ body: { language } }).catch(() => ({ ...me, language })));
  };
}
