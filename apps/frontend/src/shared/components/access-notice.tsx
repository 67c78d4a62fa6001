import type { ApiProblem } from '@unityplan/sdk';
import { Button, Icon } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { useProblemTexts } from '../hooks/use-problem.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { lackingOf, needsOf } from '../lib/access.ts';
import type { AccessVerdict } from '../lib/badges.ts';
import { WayIn } from './way-in.tsx';

type Props = {
  /** Stands over the list in the place of the refusal's own words. */
  title?: string;
  onRetry?: () => void;
  children?: ReactNode;
} & ({ error: ApiProblem; verdict?: undefined } | { error?: undefined; verdict: AccessVerdict });

/** A closed door: which rule, what is missing, and the way in. From a refusal, or from a verdict asked for beforehand. */
export function AccessNotice({ title, error, verdict, onRetry, children }: Props) {
  const { t } = useTranslation('badges');
  const { t: common } = useTranslation('common');
  const problem = useProblemTexts();
  const texts = error ? problem(error) : undefined;
  const lacking = error ? lackingOf(error) : verdict.lacking;
  const needs = error ? needsOf(error) : verdict.needs;
  return (
    <section role="alert" className="flex flex-col gap-4 rounded-lg bg-clay-soft px-4 py-5 sm:px-5">
      <div className="flex items-start gap-3">
        <Icon name="lock" className="mt-0.5 size-6 text-clay" />
        <div className="min-w-0 grow">
          <p className="text-lg font-semibold">{title ?? texts?.title ?? t('closed')}</p>
          {lacking.length === 0 ? <p>{texts?.mend ?? t('signInFirst')}</p> : <p>{t(lacking.length === 1 ? 'needs.single' : `needs.${needs}`)}</p>}
          {children}
        </div>
      </div>
      {lacking.length > 0 && <WayIn lacking={lacking} />}
      {onRetry && <Button tone="secondary" className="self-start" onClick={onRetry}>{common('retry')}</Button>}
    </section>
  );
}
