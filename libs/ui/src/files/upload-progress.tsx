import { Button } from '../controls/button.tsx';
import { Meter } from '../feedback/meter.tsx';

export type UploadPhase = 'sending' | 'waiting' | 'finishing' | 'failed';

interface Props {
  name: string;
  percent: number;
  phase: UploadPhase;
  texts: { label: string; sending: string; waiting: string; finishing: string; failed: string; again: string; cancel: string };
  onAgain: () => void;
  onCancel: () => void;
}

/** A file on its way: how far, whether it waits for the connection, and ways to go on or give up. */
export function UploadProgress({ name, percent, phase, texts, onAgain, onCancel }: Props) {
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex items-baseline justify-between gap-4">
        <p className="min-w-0 truncate font-semibold">{name}</p>
        <p className="shrink-0 text-sm text-muted tabular-nums">{percent}%</p>
      </div>
      <Meter value={percent} label={texts.label} text={`${percent}%, ${texts[phase]}`} />
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-sm text-muted">{texts[phase]}</p>
        <span className="flex gap-2">
          {phase === 'failed' && <Button tone="secondary" size="sm" onClick={onAgain}>{texts.again}</Button>}
          {phase !== 'finishing' && <Button tone="quiet" size="sm" onClick={onCancel}>{texts.cancel}</Button>}
        </span>
      </div>
    </div>
  );
}
