import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LocaleContext, ToastRegion } from '@unityplan/ui';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useLanguage, useTranslation } from '../shared/hooks/use-translation.ts';
import { changeLanguage } from '../shared/lib/i18n.ts';
import { createQueryClient } from '../shared/lib/query-client.ts';
import { onSignedOut } from '../shared/lib/sdk.ts';
import { sessionEnded, sessionKey, useSession } from '../shared/lib/session.ts';
import { createAppRouter } from './router.tsx';

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

/** The whole application: cache, locale, toasts and router. */
export function App() {
  useEffect(
    () => onSignedOut(() => { if (queryClient.getQueryData(sessionKey)) sessionEnded(queryClient); }),
    [],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <WithLocale>
        <Toasts>
          <RouterProvider router={router} />
        </Toasts>
      </WithLocale>
    </QueryClientProvider>
  );
}

/** Dates in the interface's language and the member's time zone; a member's language goes with them to every device. */
function WithLocale({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const me = useSession();
  const memberLanguage = me?.language;
  useEffect(() => {
    // Texts that do not come leave the language as it is; the next page load asks for them again.
    if (memberLanguage) void changeLanguage(memberLanguage).catch(() => undefined);
  }, [memberLanguage]);
  const zone = me?.timeZone;
  const value = useMemo(() => ({ language: language === 'en' ? 'en-GB' : language, ...(zone ? { timeZone: zone } : {}) }), [language, zone]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

function Toasts({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <ToastRegion label={t('messages')} closeLabel={t('close')}>
      {children}
    </ToastRegion>
  );
}
