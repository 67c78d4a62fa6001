import { Button, Dialog, TextArea } from '@unityplan/ui';
import { useState, type ReactNode } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

interface Props {
  title: string;
  text: string;
  confirm: string;
  /** Pinning needs no reason; everything that takes something away does. */
  reasonOptional?: boolean;
  danger?: boolean;
  /** False while the fields in `children` are not in order; they say so themselves once `tried`. */
  ready?: boolean;
  busy: boolean;
  error: unknown;
  onDecide: (reason: string) => void;
  onEnd: () => void;
  children?: (tried: boolean) => ReactNode;
}

/** Asks a moderator before anything is done: what it means, and the reason that everyone will read. */
export function DecisionDialog({ title, text, confirm, reasonOptional = false, danger = false, ready = true, busy, error, onDecide, onEnd, children }: Props) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const fault = said === '' && reasonOptional ? false : said.length < 3 || said.length > 500;
  const decide = () => {
    setTried(true);
    if (!fault && ready && !busy) onDecide(said);
  };
  return (
    <Dialog title={title} closeLabel={common('close')} onClose={onEnd}
      actions={<><Button tone="secondary" onClick={onEnd}>{common('cancel')}</Button><Button tone={danger ? 'danger' : 'primary'} busy={busy} onClick={decide}>{confirm}</Button></>}>
      <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); decide(); }}>
        <p>{text}</p>
        {children?.(tried)}
        <TextArea label={t(reasonOptional ? 'mod.optionalReason' : 'mod.reason')} hint={t('mod.reasonHint')} {...(reasonOptional ? { optional: common('optional') } : {})} rows={3} maxLength={500}
          value={reason} error={tried && fault ? t('mod.reasonNeeded') : undefined} onChange={(event) => setReason(event.target.value)} />
        {error !== null && error !== undefined && <ProblemState error={error} />}
      </form>
    </Dialog>
  );
}
