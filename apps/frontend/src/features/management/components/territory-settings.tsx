import { Button, RadioGroup, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeTerritory } from '../api/communities.ts';
import type { CommunityDetail } from '../api/community.ts';
import { BothLanguages } from './both-languages.tsx';

/** Who may register, and what newcomers read first. */
export function TerritorySettings({ territory }: { territory: CommunityDetail }) {
  const { t } = useTranslation('communities');
  const change = useChangeTerritory(territory.id);
  const toast = useToast();
  const [registration, setRegistration] = useState(territory.settings.registration);
  const [welcome, setWelcome] = useState(territory.settings.welcome);
  const submit = () => {
    if (change.isPending) return;
    change.mutate({ settings: { registration, welcome: { en: welcome.en.trim() || null, da: welcome.da.trim() || null } } }, {
      onSuccess: (now) => { setWelcome(now.settings.welcome); toast({ text: t('page.saved') }); },
    });
  };
  return (
    <form noValidate aria-labelledby="settings" className="flex flex-col gap-5 border-t border-line pt-7" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <h2 id="settings" className="text-xl">{t('page.settings')}</h2>
      <RadioGroup legend={t('page.registration')} chosen={registration} onChoose={setRegistration} choices={[{ key: 'open', label: t('page.open'), note: t('page.openNote') }, { key: 'closed', label: t('page.closed'), note: t('page.closedNote') }]} />
      <BothLanguages long legend={t('page.welcome')} hint={t('page.welcomeHint')} max={500} value={welcome} error={() => undefined} onChange={setWelcome} />
      {change.error && <ProblemState error={change.error} />}
      <Button type="submit" busy={change.isPending} className="self-start">{t('page.save')}</Button>
    </form>
  );
}
