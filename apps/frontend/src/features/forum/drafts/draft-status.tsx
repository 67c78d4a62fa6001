import { Link } from '@tanstack/react-router';
import { Icon, linkClass } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { DraftConflict } from './draft-conflict.tsx';
import type { ServerDraft } from './use-server-draft.ts';

/** How it stands with the copy of a text on the server; asks when another device wrote as well. */
export function DraftStatus({ draft }: { draft: ServerDraft }) {
  const { t } = useTranslation('forum');
  const { status } = draft;
  return (
    <>
      <p role="status" className="flex min-h-6 flex-wrap items-center gap-x-1.5 text-sm text-muted">
        {status && (
          <>
            <Icon name={status === 'saved' ? 'check' : status === 'saving' || status === 'loose' ? 'draft' : 'alert'} className="size-4" />
            {t(`draft.${status}`)}
            {status === 'saved' && <Link to="/drafts" className={linkClass}>{t('draft.all')}</Link>}
          </>
        )}
      </p>
      {status === 'conflict' && draft.theirs && <DraftConflict mine={draft.text} theirs={draft.theirs} onChoose={draft.resolve} />}
    </>
  );
}
