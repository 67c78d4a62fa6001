import { ApiProblem, type Category } from '@unityplan/sdk';
import { Button, Icon, Notice, TextField } from '@unityplan/ui';
import { useState } from 'react';
import { GateEditor } from '../../../shared/components/gate-editor.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useGateWords } from '../../../shared/hooks/use-gate-words.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { actions, bodyOf, draftOf, faultsOf, newCategory, type Action, type CategoryDraft, type CategoryFault } from '../category-draft.ts';
import { plainWords } from '../plain-words.ts';
import { BothLanguages } from './both-languages.tsx';

interface Props {
  /** The category that is changed; none when one is made. */
  category?: Category;
  busy: boolean;
  error: unknown;
  onSave: (body: NonNullable<ReturnType<typeof bodyOf>>) => void;
  /** Takes what someone else saved meanwhile. */
  onReload?: () => void;
}

/** Who may be let in by each gate beside people with badges. */
const openTo: Record<Action, readonly ('everyone' | 'member')[]> = { read: ['everyone', 'member'], reply: ['member'], create: ['member'], vote: ['member'], moderate: [] };

/** Texts, address and doors of a category, with what they come to in plain words. */
export function CategoryForm({ category, busy, error, onSave, onReload }: Props) {
  const { t } = useTranslation('management');
  const say = useGateWords();
  const [draft, setDraft] = useState<CategoryDraft>(() => (category ? draftOf(category) : newCategory()));
  const [tried, setTried] = useState(false);
  // Until someone writes an address of their own, it follows the name.
  const [slugFollows, setSlugFollows] = useState(!category);
  const [shown, setShown] = useState<ReadonlySet<Action>>(new Set());
  const faults = new Set(faultsOf(draft));
  const fault = (name: CategoryFault) => (tried && faults.has(name) ? t(`category.faults.${name.split('.')[0] as 'name' | 'about' | 'slug' | Action}`) : undefined);
  const set = (change: Partial<CategoryDraft>) => setDraft((at) => ({ ...at, ...change }));
  const submit = () => {
    setTried(true);
    const body = bodyOf(draft);
    if (body && !busy) onSave(body);
  };
  const stale = error instanceof ApiProblem && error.code === 'category_changed_meanwhile';
  return (
    <form noValidate className="flex flex-col gap-8" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <BothLanguages legend={t('category.name')} hint={t('category.nameHint')} max={60} value={draft.name} error={(language) => fault(`name.${language}`)}
        onChange={(name) => set({ name, ...(slugFollows ? { slug: plainWords(name.en || name.da) } : {}) })} />
      <BothLanguages long legend={t('category.about')} hint={t('category.aboutHint')} max={300} value={draft.about} error={(language) => fault(`about.${language}`)} onChange={(about) => set({ about })} />
      <TextField label={t('category.slug')} hint={t('category.slugHint', { slug: draft.slug || '…' })} value={draft.slug} maxLength={60} autoComplete="off" spellCheck={false} error={fault('slug')}
        onChange={(event) => { setSlugFollows(false); set({ slug: event.target.value }); }} />
      <section aria-labelledby="doors" className="flex flex-col gap-3">
        <div>
          <h2 id="doors" className="text-xl">{t('category.doors')}</h2>
          <p className="text-muted">{t('category.doorsText')}</p>
        </div>
        <ul className="flex flex-col">
          {actions.map((action) => {
            const gate = draft.gates[action];
            const open = shown.has(action) || (tried && faults.has(action));
            return (
              <li key={action} className="border-t border-line py-3">
                <button type="button" aria-expanded={open} onClick={() => setShown((all) => { const next = new Set(all); if (!next.delete(action)) next.add(action); return next; })} className="flex min-h-11 w-full flex-wrap items-center gap-x-3 text-start hover:text-accent">
                  <Icon name={open ? 'up' : 'down'} className="text-muted" />
                  <span className="min-w-32 font-semibold">{t(`category.actions.${action}`)}</span>
                  <span className={gate ? 'text-muted' : 'text-danger'}>{gate ? say(gate) : t('category.noRule')}</span>
                </button>
                {open && <div className="ps-8 pt-2"><GateEditor legend={t(`category.who.${action}`)} value={gate} open={openTo[action]} onChange={(next) => setDraft((at) => ({ ...at, gates: { ...at.gates, [action]: next } }))} /></div>}
                {fault(action) && <p className="ps-8 text-sm font-medium text-danger">{fault(action)}</p>}
              </li>
            );
          })}
        </ul>
      </section>
      {stale && onReload && <Notice tone="clay"><p role="alert" className="mb-3 font-semibold">{t('newer')}</p><Button tone="secondary" size="sm" onClick={onReload}>{t('takeNewer')}</Button></Notice>}
      {error !== null && error !== undefined && !(stale && onReload) && <ProblemState error={error} />}
      {tried && faults.size > 0 && <p role="alert" className="font-medium text-danger">{t('faulty')}</p>}
      <Button type="submit" busy={busy} className="self-start">{t(category ? 'save' : 'category.create')}</Button>
    </form>
  );
}
