import { useMutation } from '@tanstack/react-query';
import type { Decision } from '@unityplan/sdk';
import { Button, cx, Icon, type IconName } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { store, stored } from '../../../shared/lib/storage.ts';
import { findEntry } from '../api/log.ts';
import { steps, verifyDecision, type Step } from '../verify/verify-decision.ts';

const looks: Record<Step['outcome'], { icon: IconName; className: string }> = {
  passed: { icon: 'check', className: 'text-accent' }, failed: { icon: 'alert', className: 'text-danger' }, waiting: { icon: 'clock', className: 'text-muted' }, unable: { icon: 'help', className: 'text-muted' },
};

/** Fetches what the audit trail holds of a decision and recomputes all of it in this browser, step by step. */
async function check(decision: Decision): Promise<Step[]> {
  const found = await findEntry(decision);
  const place = `unityplan.audit-key.${found.territory}`;
  const results = await verifyDecision({ decision, ...found, knownKeyId: stored(place) });
  // The first key that this device saw sign rightly is the one it expects from then on.
  const key = results.find((step) => step.name === 'key');
  if (results.every((step) => step.outcome === 'passed') && key?.found && !stored(place)) store(place, key.found);
  return results;
}

/** Lets anyone check that a decision was neither changed nor made up afterwards, without trusting this territory's word for it. */
export function VerifyPanel({ decision }: { decision: Decision }) {
  const { t } = useTranslation('moderation');
  const run = useMutation({ mutationFn: () => check(decision) });
  const results = run.data;
  const verdict = !results ? undefined : results.some((step) => step.outcome === 'failed') ? 'failed' : results.some((step) => step.outcome === 'waiting') ? 'waiting' : results.some((step) => step.outcome === 'unable') ? 'unable' : 'passed';
  return (
    <section aria-labelledby="verify" className="flex flex-col gap-4 rounded-lg border border-line px-5 py-5">
      <div>
        <h2 id="verify" className="text-xl">{t('verify.title')}</h2>
        <p className="text-muted">{t('verify.text')}</p>
      </div>
      {!decision.audited && <p>{t('verify.notShown')}</p>}
      {run.error && <ProblemState error={run.error} onRetry={() => run.mutate()} />}
      <p role="status" className={cx('font-semibold', verdict && looks[verdict].className)}>{verdict ? t(`verify.verdict.${verdict}`) : ''}</p>
      {results && (
        <ol className="flex flex-col gap-3">
          {steps.map((name) => {
            const step = results.find((each) => each.name === name) ?? { name, outcome: 'waiting' as const };
            const look = looks[step.outcome];
            return (
              <li key={name} className="flex items-start gap-3">
                <Icon name={look.icon} className={cx('mt-0.5', look.className)} />
                <div className="min-w-0 grow">
                  <p><span className="font-semibold">{t(`verify.steps.${name}`)}</span> <span className={cx('text-sm', look.className)}>{t(`verify.outcome.${step.outcome}`)}</span></p>
                  <p className="text-sm text-muted">{t(`verify.texts.${name}`)}</p>
                  {(step.expected ?? step.found) && (
                    <details className="text-sm">
                      <summary className="min-h-6 text-muted">{t('verify.values')}</summary>
                      {step.expected && <p className="break-all"><span className="text-muted">{t('verify.expected')}</span> <code className="font-mono">{step.expected}</code></p>}
                      {step.found && <p className="break-all"><span className="text-muted">{t('verify.found')}</span> <code className="font-mono">{step.found}</code></p>}
                    </details>
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {decision.audited && <Button tone={results ? 'secondary' : 'primary'} busy={run.isPending} className="self-start" onClick={() => run.mutate()}>{t(results ? 'verify.again' : 'verify.run')}</Button>}
    </section>
  );
}
