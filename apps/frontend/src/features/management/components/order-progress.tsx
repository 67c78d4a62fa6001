import { useQuery } from '@tanstack/react-query';
import { Button, buttonClass, ErrorState, Meter, Notice, percentOf, SkeletonList, Steps } from '@unityplan/ui';
import { useEffect, useRef, useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage, territoryAddress } from '../../../shared/lib/territory.ts';
import { isUnderWay, orderQuery, useOrderDone, useRequestCommunity, type Order } from '../api/communities.ts';
import { bodyAgain } from '../community-draft.ts';

const steps = ['recorded', 'registered', 'built', 'open'] as const satisfies readonly Order['step'][];
const slowMs = 15_000;

interface Props {
  orderId: string;
  /** What failed was ordered again: that is another order, which takes this one's place. */
  onAgain: (orderId: string) => void;
  onAnother: () => void;
}

/** How far an order has come, live: its steps, the way to the new territory, or why it failed and what to do. */
export function OrderProgress({ orderId, onAgain, onAnother }: Props) {
  const { t, language } = useTranslation('communities');
  const { t: common } = useTranslation('common');
  const { data: order, error, refetch } = useQuery(orderQuery(orderId));
  const again = useRequestCommunity();
  const slow = useSlow(order !== undefined && isUnderWay(order));
  const done = useOrderDone();
  const latest = useRef(done);
  useEffect(() => { latest.current = done; });
  const status = order?.status;
  useEffect(() => { if (status === 'done') latest.current(); }, [status]);
  if (!order) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={2} label={common('loading')} />;
  const name = inLanguage(order.name, language);
  const reached = order.status === 'done' ? steps.length : steps.indexOf(order.step) + 1;
  const retry = () => again.mutate(bodyAgain(order), { onSuccess: (next) => onAgain(next.orderId) });
  return (
    <section aria-labelledby={`order-${orderId}`} className="flex flex-col gap-4 rounded-lg border border-line bg-surface px-5 py-5">
      <h2 id={`order-${orderId}`} className="text-xl"><span aria-live="polite">{t(order.status === 'done' ? 'order.done' : order.status === 'failed' ? 'order.failed' : 'order.title', { name })}</span></h2>
      {order.status !== 'failed' && (
        <>
          <Meter value={percentOf(reached, steps.length)} label={t('order.steps')} text={t(`order.step.${order.step}`)} />
          <Steps label={t('order.steps')} steps={steps.map((step) => t(`order.step.${step}`))} at={reached} doneLabel={t('order.stepDone')} />
        </>
      )}
      {isUnderWay(order) && <p className="text-sm text-muted">{t('order.wait')}</p>}
      {slow && isUnderWay(order) && <Notice tone="clay"><p role="status">{t('order.slow')}</p></Notice>}
      {order.status === 'failed' && order.problem && <ErrorState title={inLanguage(order.problem, language)} retryLabel={t('order.again')} onRetry={retry} />}
      {error && <ProblemState error={error} />}
      {again.error && <ProblemState error={again.error} />}
      {order.status === 'done' && (
        <>
          <p>{t('order.doneText')}</p>
          <p className="flex flex-wrap gap-3">
            {order.host && <a href={territoryAddress(order.host, location)} className={buttonClass()}>{t('order.visit', { name })}</a>}
            <Button tone="secondary" onClick={onAnother}>{t('order.another')}</Button>
          </p>
        </>
      )}
    </section>
  );
}

/** Whether something has gone on for longer than usual. */
function useSlow(underWay: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => { clearTimeout(timer); setSlow(false); };
  }, [underWay]);
  return slow;
}
