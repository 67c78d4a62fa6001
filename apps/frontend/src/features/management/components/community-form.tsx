import { Button, Select, TextField } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { currentLanguage, languages, type Language } from '../../../shared/lib/i18n.ts';
import { bodyOf, faultsOf, newCommunity, suffixOf, typedSuffix, type CommunityFault } from '../community-draft.ts';
import { BothLanguages } from './both-languages.tsx';

interface Props {
  /** The id of the territory it will lie below. */
  parent: string;
  busy: boolean;
  error: unknown;
  onOrder: (body: NonNullable<ReturnType<typeof bodyOf>>) => void;
}

/** Names and id of a new community. Until someone writes an id of their own, it follows the name. */
export function CommunityForm({ parent, busy, error, onOrder }: Props) {
  const { t } = useTranslation('communities');
  const { t: desk } = useTranslation('management');
  const [draft, setDraft] = useState(() => newCommunity(currentLanguage()));
  const [follows, setFollows] = useState(true);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft, parent);
  const fault = (name: CommunityFault) => (tried && faults.includes(name) ? t(`form.faults.${name.split('.')[0] as 'name' | 'own' | 'suffix'}`) : undefined);
  const set = (change: Partial<typeof draft>) => setDraft((at) => ({ ...at, ...change }));
  const id = `${parent}-${draft.suffix}`;
  const submit = () => {
    setTried(true);
    const body = bodyOf(draft, parent);
    if (body && !busy) onOrder(body);
  };
  return (
    <form noValidate className="flex flex-col gap-7" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <BothLanguages legend={t('form.name')} hint={t('form.nameHint')} max={120} value={draft.name} error={(language) => fault(`name.${language}`)}
        onChange={(name) => set({ name, ...(follows ? { suffix: suffixOf(name.en || name.da) } : {}) })} />
      <TextField label={t('form.own')} optional={t('form.optional')} hint={t('form.ownHint')} value={draft.own} maxLength={120} lang="" dir="auto" autoComplete="off" error={fault('own')} onChange={(event) => set({ own: event.target.value })} />
      <TextField label={t('form.id')} hint={draft.suffix ? t('form.idHint', { id, slug: id.toLowerCase() }) : t('form.idMissing')} value={draft.suffix} maxLength={53} autoComplete="off" autoCapitalize="characters" spellCheck={false} error={fault('suffix')}
        onChange={(event) => { setFollows(false); set({ suffix: typedSuffix(event.target.value) }); }} />
      <Select label={t('form.language')} hint={t('form.languageHint')} value={draft.language} onChange={(event) => set({ language: event.target.value as Language })}>
        {Object.entries(languages).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
      </Select>
      {error !== null && error !== undefined && <ProblemState error={error} />}
      {tried && faults.length > 0 && <p role="alert" className="font-medium text-danger">{desk('faulty')}</p>}
      <Button type="submit" busy={busy} className="self-start">{t('form.create')}</Button>
    </form>
  );
}
