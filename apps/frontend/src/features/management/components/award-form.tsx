import { useQuery } from '@tanstack/react-query';
import type { Person } from '@unityplan/sdk';
import { Avatar, Button, Icon, Select, TextArea, TextField, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { useAward } from '../api/badges.ts';
import { PersonPicker } from './person-picker.tsx';

interface Props {
  /** Awards this badge; else one is chosen. */
  badge?: string;
  /** Awards to this person; else one is found. */
  person?: Person;
}

/** Awards a badge by hand: to whom, which, until when, and the reason that its holder reads. */
export function AwardForm({ badge, person }: Props) {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const award = useAward();
  const toast = useToast();
  const badges = useQuery(badgesQuery).data ?? [];
  const [found, setFound] = useState<Person | undefined>(person);
  const [chosen, setChosen] = useState(badge ?? '');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  // One key for one award: pressing again after a broken connection awards once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const said = reason.trim();
  const silent = said.length < 3 || said.length > 500;
  const past = until !== '' && !(Date.parse(`${until}T23:59:59`) > Date.now());
  const name = (of: Person) => nameOf(of) ?? common('formerMember');
  const submit = () => {
    setTried(true);
    if (!found || !chosen || silent || past || award.isPending) return;
    const expiresAt = until ? { expiresAt: new Date(`${until}T23:59:59`).toISOString() } : {};
    award.mutate({ badge: chosen, memberId: found.memberId, reason: said, idempotencyKey: key, ...expiresAt }, {
      onSuccess: () => {
        toast({ text: t('award.done', { name: name(found) }) });
        setTried(false);
        setReason('');
        setUntil('');
        setFound(person);
        setKey(crypto.randomUUID());
      },
    });
  };
  const changed = () => { setKey(crypto.randomUUID()); award.reset(); };
  return (
    <form noValidate className="flex flex-col gap-5 rounded-lg border border-line px-5 py-5" onChange={changed} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {!person && (found ? (
        <div className="flex flex-wrap items-center gap-3">
          <Avatar id={found.memberId} name={found.displayName ?? found.handle ?? '?'} picture={found.avatar} />
          <span className="min-w-0 grow font-semibold">{name(found)} <span className="font-normal text-muted">@{found.handle}</span></span>
          <Button tone="quiet" size="sm" onClick={() => { changed(); setFound(undefined); }}><Icon name="close" className="size-4" />{t('people.another')}</Button>
        </div>
      ) : <PersonPicker label={t('people.find')} hint={t('people.findHint')} error={tried ? t('people.needed') : undefined} onChoose={(next) => { changed(); setFound(next); }} />)}
      {!badge && (
        <Select label={t('award.badge')} value={chosen} error={tried && !chosen ? t('award.badgeNeeded') : undefined} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('award.choose')}</option>
          {badges.map((each) => <option key={each.badge} value={each.badge}>{inLanguage(each.name, language)}</option>)}
        </Select>
      )}
      <TextArea label={t('award.reason')} hint={t('award.reasonHint')} rows={2} maxLength={500} value={reason} error={tried && silent ? t('award.reasonNeeded') : undefined} onChange={(event) => setReason(event.target.value)} />
      <TextField type="date" label={t('award.until')} hint={t('award.untilHint')} optional={common('optional')} value={until} error={tried && past ? t('award.untilPast') : undefined} onChange={(event) => setUntil(event.target.value)} />
      {award.error && <ProblemState error={award.error} />}
      <Button type="submit" busy={award.isPending} className="self-start">{t('award.send')}</Button>
    </form>
  );
}
