import { Button, TextField, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeTerritory } from '../api/communities.ts';
import type { CommunityDetail } from '../api/community.ts';
import { isName } from '../community-draft.ts';
import { BothLanguages } from './both-languages.tsx';

/** The names of a territory; what its id and address are never changes. */
export function TerritoryNames({ territory }: { territory: CommunityDetail }) {
  const { t } = useTranslation('communities');
  const change = useChangeTerritory(territory.id);
  const toast = useToast();
  const [name, setName] = useState({ en: territory.name.en, da: territory.name.da });
  const [own, setOwn] = useState(territory.name.own ?? '');
  const [tried, setTried] = useState(false);
  const faulty = { en: !isName(name.en), da: !isName(name.da), own: own.trim() !== '' && !isName(own) };
  const submit = () => {
    setTried(true);
    if (faulty.en || faulty.da || faulty.own || change.isPending) return;
    change.mutate({ name: { en: name.en.trim(), da: name.da.trim(), own: own.trim() || null } }, { onSuccess: () => toast({ text: t('page.saved') }) });
  };
  return (
    <form noValidate aria-labelledby="names" className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <h2 id="names" className="text-xl">{t('page.names')}</h2>
      <BothLanguages legend={t('form.name')} hint={t('form.nameHint')} max={120} value={name} onChange={setName} error={(language) => (tried && faulty[language] ? t('form.faults.name') : undefined)} />
      <TextField label={t('form.own')} optional={t('form.optional')} hint={t('form.ownHint')} value={own} maxLength={120} lang={territory.ownLanguage ?? ''} dir="auto" autoComplete="off" error={tried && faulty.own ? t('form.faults.own') : undefined} onChange={(event) => setOwn(event.target.value)} />
      {change.error && <ProblemState error={change.error} />}
      <Button type="submit" busy={change.isPending} className="self-start">{t('page.save')}</Button>
    </form>
  );
}
