import { useUpdateProfile } from '../../features/profile/api/update-profile.ts';
import { useProblemToast } from '../../shared/hooks/use-problem-toast.ts';
import { changeLanguage, type Language } from '../../shared/lib/i18n.ts';
import { useSession } from '../../shared/lib/session.ts';

/** Changes the language here; a member's choice goes along to other devices. If that fails the interface is still in the new language here. Says so when the texts do not come or the choice is not kept. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const me = useSession();
  const failed = useProblemToast();
  const updateProfile = useUpdateProfile();
  return async (language) => {
    try {
      await changeLanguage(language);
      if (me) await updateProfile({ language });
    } catch (error) {
      failed(error);
    }
  };
}
