import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import type { MailSubscription } from '@unityplan/sdk';
import { Button, Skeleton } from '@unityplan/ui';
import { unsubscribeQuery } from '../../../features/notifications/api/unsubscribe.ts';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { sdk } from '../../../shared/lib/sdk.ts';

export const Route = createFileRoute('/(notifications)/unsubscribe')({
  validateSearch: (search): { token?: string | undefined } => ({ token: textParam(search['token']) }),
  loader: () => loadTexts('notifications', 'errors'),
  component: UnsubscribePage,
});

// Opening the page changes nothing, for mail programs look into links; only the button does.
function UnsubscribePage() {
  const { t } = useTranslation('notifications');
  const { token = '' } = Route.useSearch();
  const client = useQueryClient();
  const query = useQuery({ ...unsubscribeQuery(token), enabled: token !== '' });
  const change = useMutation({
    mutationFn: (stop: boolean) => (stop ? sdk.unsubscribe({ params: { token }, body: {} }) : sdk.resubscribe({ params: { token } })),
    onSuccess: (answer) => client.setQueryData(unsubscribeQuery(token).queryKey, answer),
  });
  const { data } = query;
  const said = ({ about, subscribed }: MailSubscription) => {
    if (about === 'digest') return t(subscribed ? 'unsubscribe.whatDigest' : 'unsubscribe.doneDigest');
    return t(subscribed ? 'unsubscribe.what' : 'unsubscribe.doneWhat', { what: t(`prefs.reasons.${about}`) });
  };
  const title = data && !data.subscribed ? t('unsubscribe.done') : data && change.isSuccess ? t('unsubscribe.back') : t('unsubscribe.title');
  return (
    <NarrowPage>
      <PageHeading title={title}>{title}</PageHeading>
      {token === '' && <p>{t('unsubscribe.missing')}</p>}
      {query.isLoading && <Skeleton className="w-2/3" />}
      {(query.error ?? change.error) && <ProblemState error={query.error ?? change.error} {...(query.error ? { onRetry: () => void query.refetch() } : {})} />}
      {data && (
        <>
          <p role="status" className="text-lg">{said(data)}</p>
          <Button className="self-start" tone={data.subscribed ? 'primary' : 'secondary'} busy={change.isPending} onClick={() => change.mutate(data.subscribed)}>
            {data.subscribed ? t('unsubscribe.confirm') : t('unsubscribe.again')}
          </Button>
        </>
      )}
    </NarrowPage>
  );
}
