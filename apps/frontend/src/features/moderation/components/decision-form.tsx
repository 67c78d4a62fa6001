import type { FlagKind, ModerationCase } from '@unityplan/sdk';
import { Button, RadioGroup, TextArea } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { RuleChoice } from '../../../shared/components/rule-choice.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useDecide } from '../api/cases.ts';
import { flagCounts } from '../flag-counts.ts';

type Outcome = 'dismiss' | 'hide' | 'grant' | 'uphold';

/** What a moderator decides, under which rule, and the reason that everyone reads; sent only while the case is their `own`. */
export function DecisionForm({ item, own }: { item: ModerationCase; own: boolean }) {
  const { t } = useTranslation('moderation');
  const decide = useDecide(item.caseId);
  const outcomes: readonly Outcome[] = item.kind === 'appeal' ? ['grant', 'uphold'] : item.post.deleted || item.post.hidden ? ['dismiss'] : ['dismiss', 'hide'];
  const [outcome, setOutcome] = useState<Outcome | undefined>(outcomes.length === 1 ? outcomes[0] : undefined);
  const [rule, setRule] = useState<FlagKind | undefined>(() => flagCounts(item.flags)[0]?.kind);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const silent = said.length < 3 || said.length > 500;
  const submit = () => {
    setTried(true);
    if (!own || !outcome || silent || decide.isPending || (outcome === 'hide' && !rule)) return;
    decide.mutate(outcome === 'hide' ? { outcome, rule: rule!, reason: said } : { outcome, reason: said });
  };
  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <RadioGroup legend={t('decide.legend')} chosen={outcome} onChoose={setOutcome} error={tried && !outcome ? t('decide.needed') : undefined}
        choices={outcomes.map((key) => ({ key, label: t(`decide.${key}`), note: t(`decide.${key}Text`) }))} />
      {outcome === 'hide' && <RuleChoice chosen={rule} tried={tried} onChoose={setRule} />}
      <TextArea label={t('decide.reason')} hint={t(outcome === 'dismiss' ? 'decide.reasonDismissHint' : 'decide.reasonHint')} rows={3} maxLength={500} value={reason} error={tried && silent ? t('decide.reasonNeeded') : undefined} onChange={(event) => setReason(event.target.value)} />
      {decide.error && <ProblemState error={decide.error} />}
      <Button type="submit" tone={outcome === 'hide' ? 'danger' : 'primary'} disabled={!own} busy={decide.isPending} className="self-start">{t('decide.send')}</Button>
    </form>
  );
}
