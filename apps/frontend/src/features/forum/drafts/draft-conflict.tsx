import type { PostDraft } from '@unityplan/sdk';
import { Button, Dialog, RelativeTime } from '@unityplan/ui';
import { useState } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { DraftText } from './draft-machine.ts';

/** Both texts side by side; nothing is given up unasked. Closing it asks again with the next change. */
export function DraftConflict({ mine, theirs, onChoose }: { mine: DraftText; theirs: PostDraft; onChoose: (how: 'kept' | 'took' | 'joined') => void }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const [closed, setClosed] = useState(false);
  const joinable = mine.markdown.trim() !== '' && theirs.markdown.trim() !== '';
  if (closed) return <Button size="sm" tone="secondary" className="self-start" onClick={() => setClosed(false)}>{t('draft.compare')}</Button>;
  return (
    <Dialog title={t('draft.conflictTitle')} closeLabel={common('close')} onClose={() => setClosed(true)}
      actions={(
        <>
          {joinable && <Button tone="quiet" onClick={() => onChoose('joined')}>{t('draft.join')}</Button>}
          <Button tone="secondary" onClick={() => onChoose('took')}>{t('draft.take')}</Button>
          <Button onClick={() => onChoose('kept')}>{t('draft.keep')}</Button>
        </>
      )}>
      <p className="mb-4">{t('draft.conflictText')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title={t('draft.mine')} text={mine} />
        <Version title={t('draft.theirs')} text={theirs} at={theirs.savedAt} />
      </div>
    </Dialog>
  );
}

function Version({ title, text, at }: { title: string; text: Pick<DraftText, 'title' | 'markdown'>; at?: string }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-1">
      <h3 className="text-lg">{title}</h3>
      {at && <RelativeTime at={at} className="text-sm text-muted" />}
      {text.title && <p className="font-semibold">{text.title}</p>}
      {/* Focusable, so that a long text can be scrolled by keyboard. */}
      <pre tabIndex={0} className="max-h-60 overflow-auto rounded-md border border-line bg-sunken p-3 font-sans text-sm whitespace-pre-wrap">{text.markdown}</pre>
    </section>
  );
}
