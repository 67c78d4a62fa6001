import { useQueryClient } from '@tanstack/react-query';
import { changeLanguage, type Language } from '../../shared/lib/i18n.ts';
import { sdk } from '../../shared/lib/sdk.ts';
import { sessionKey, useSession } from '../../shared/lib/session.ts';

/** Changes the language here; a member's choice goes along to other devices. If that fails the interface is still in the new language here. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const client = useQueryClient();
  const me = useSession();
  return async (language) => {
    await changeLanguage(language);
    if (me) client.setQueryData(sessionKey, await sdk.updateOwnProfile({ body: { language } }).catch(() => ({ ...me, language })));
  };
}
