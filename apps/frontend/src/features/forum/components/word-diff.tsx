import { diffWordsWithSpace } from 'diff';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

/** Two texts in one: what went is struck through, what came is underlined; read out as such too. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('forum');
  const parts = diffWordsWithSpace(before, after);
  if (parts.every((part) => !part.added && !part.removed)) return <p className="text-muted">{t('history.same')}</p>;
  return (
    <p className="leading-relaxed whitespace-pre-wrap">
      {parts.map((part, index) => {
        if (part.added) return <ins key={index} className="rounded-sm bg-accent-soft text-accent decoration-2"><span className="sr-only"> [{t('history.added')}: </span>{part.value}<span className="sr-only">] </span></ins>;
        if (part.removed) return <del key={index} className="rounded-sm bg-danger-soft text-danger"><span className="sr-only"> [{t('history.removed')}: </span>{part.value}<span className="sr-only">] </span></del>;
        return <span key={index}>{part.value}</span>;
      })}
    </p>
  );
}
