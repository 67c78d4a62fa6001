import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AppealState } from '@unityplan/sdk';
import { Button, Notice, TextArea } from '@unityplan/ui';
import { useState } from 'react';
import { useDates } from '../hooks/use-dates.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { sdk } from '../lib/sdk.ts';
import { ProblemState } from './problem-state.tsx';

interface Props {
  decisionId: string;
  state: AppealState;
  until: string;
  onAppealed: () => void;
}

/** For the author of a hidden post: how an appeal stands, or the way to make one while there is time. */
export function AppealPart({ decisionId, state, until, onAppealed }: Props) {
  const { t } = useTranslation('moderation');
  const { moment } = useDates();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const said = text.trim();
  const fault = said.length < 10 || said.length > 2000;
  const appeal = useMutation({
    mutationFn: () => sdk.createAppeal({ params: { decisionId }, body: { text: said } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['own', 'moderation'] });
      void client.invalidateQueries({ queryKey: ['moderation'] });
      onAppealed();
    },
  });
  if (appeal.isSuccess || state === 'open') return <Notice><p role="status">{t('appeal.open')}</p></Notice>;
  if (state !== 'none') return <Notice tone={state === 'granted' ? 'accent' : 'clay'}><p>{t(`appeal.${state}`)}</p></Notice>;
  if (Date.parse(until) <= Date.now()) return <p className="text-sm text-muted">{t('appeal.over', { date: moment(until) })}</p>;
  if (!open) {
    return (
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button tone="secondary" size="sm" onClick={() => setOpen(true)}>{t('appeal.start')}</Button>
        <span className="text-sm text-muted">{t('appeal.until', { date: moment(until) })}</span>
      </p>
    );
  }
  const submit = () => {
    setTried(true);
    if (!fault && !appeal.isPending) appeal.mutate();
  };
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <TextArea autoFocus label={t('appeal.text')} hint={t('appeal.hint')} maxLength={2000} value={text} error={tried && fault ? t('appeal.needed') : undefined} onChange={(event) => setText(event.target.value)} />
      {appeal.error && <ProblemState error={appeal.error} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={appeal.isPending}>{t('appeal.send')}</Button>
        <Button tone="quiet" onClick={() => setOpen(false)}>{t('appeal.not')}</Button>
      </div>
    </form>
  );
}
