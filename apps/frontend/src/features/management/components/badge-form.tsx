import { ApiProblem } from '@unityplan/sdk';
import { Button, cx, Medal, Notice, Select, TextField } from '@unityplan/ui';
import { useId, useState, type ReactNode } from 'react';
import { GateEditor } from '../../../shared/components/gate-editor.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { SwitchRow } from '../../../shared/components/switch-row.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { BadgeDefinition } from '../api/badges.ts';
import { badgeBody, badgeFaults, colours, draftOfBadge, icons, keyOf, newBadge, type BadgeDraft, type BadgeFault } from '../badge-draft.ts';
import { BothLanguages } from './both-languages.tsx';

interface Props {
  /** The badge that is changed; none when one is made. */
  definition?: BadgeDefinition;
  busy: boolean;
  error: unknown;
  onSave: (body: NonNullable<ReturnType<typeof badgeBody>>) => void;
  onReload?: () => void;
}

/** What a badge is called, looks like, stands for, how long it counts and what must come first. */
export function BadgeForm({ definition, busy, error, onSave, onReload }: Props) {
  const { t } = useTranslation('management');
  const [draft, setDraft] = useState<BadgeDraft>(() => (definition ? draftOfBadge(definition) : newBadge()));
  const [keyFollows, setKeyFollows] = useState(!definition);
  const [tried, setTried] = useState(false);
  const faults = new Set(badgeFaults(draft));
  const fault = (name: BadgeFault) => (tried && faults.has(name) ? t(`badge.faults.${name.split('.')[0] as 'badge' | 'name' | 'about' | 'criteria' | 'validDays' | 'renewFromDays'}`) : undefined);
  const set = (change: Partial<BadgeDraft>) => setDraft((at) => ({ ...at, ...change }));
  const submit = () => {
    setTried(true);
    const body = badgeBody(draft);
    if (body && !busy) onSave(body);
  };
  const stale = error instanceof ApiProblem && error.code === 'badge_changed_meanwhile';
  return (
    <form noValidate className="flex flex-col gap-8" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <BothLanguages legend={t('badge.name')} hint={t('badge.nameHint')} max={60} value={draft.name} error={(language) => fault(`name.${language}`)} onChange={(name) => set({ name, ...(keyFollows ? { badge: keyOf(name.en) } : {}) })} />
      <TextField label={t('badge.key')} hint={t(definition ? 'badge.keyFixed' : 'badge.keyHint')} value={draft.badge} readOnly={definition !== undefined} maxLength={60} autoComplete="off" spellCheck={false} error={fault('badge')}
        onChange={(event) => { setKeyFollows(false); set({ badge: event.target.value }); }} />
      <BothLanguages long legend={t('badge.about')} hint={t('badge.aboutHint')} max={300} value={draft.about} error={(language) => fault(`about.${language}`)} onChange={(about) => set({ about })} />
      <BothLanguages long legend={t('badge.criteria')} hint={t('badge.criteriaHint')} max={1000} value={draft.criteria} error={(language) => fault(`criteria.${language}`)} onChange={(criteria) => set({ criteria })} />
      <section aria-label={t('badge.picture')} className="flex flex-wrap items-start gap-6">
        <Medal icon={draft.icon} colour={draft.colour} size="lg" />
        <div className="flex min-w-60 grow basis-0 flex-col gap-4">
          <Picks legend={t('badge.icon')} keys={icons} chosen={draft.icon} nameOf={(key) => t(`badge.icons.${key}`)} onChoose={(icon) => set({ icon })} face={(icon) => <Medal icon={icon} colour={draft.colour} size="sm" />} />
          <Picks legend={t('badge.colour')} keys={colours} chosen={draft.colour} nameOf={(key) => t(`badge.colours.${key}`)} onChoose={(colour) => set({ colour })} face={(colour) => <Medal icon={draft.icon} colour={colour} size="sm" />} />
        </div>
      </section>
      <Select label={t('badge.level')} hint={t('badge.levelHint')} value={draft.level} onChange={(event) => set({ level: Number(event.target.value) })}>
        {Array.from({ length: 9 }, (_, index) => <option key={index} value={index + 1}>{index + 1}</option>)}
      </Select>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-1 font-semibold">{t('badge.validity')}</legend>
        <SwitchRow label={t('badge.expires')} checked={draft.expires} onChange={(expires) => set({ expires })} />
        {draft.expires && (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField inputMode="numeric" label={t('badge.validDays')} hint={t('badge.validDaysHint')} value={draft.validDays} error={fault('validDays')} onChange={(event) => set({ validDays: event.target.value })} />
            <TextField inputMode="numeric" label={t('badge.renewFromDays')} hint={t('badge.renewFromDaysHint')} value={draft.renewFromDays} error={fault('renewFromDays')} onChange={(event) => set({ renewFromDays: event.target.value })} />
          </div>
        )}
      </fieldset>
      <SwitchRow label={t('badge.byHand')} text={t('badge.byHandText')} checked={draft.byHand} onChange={(on) => set({ byHand: on })} />
      <GateEditor legend={t('badge.before')} value={draft.prerequisites} open={['nobody']} withoutRule={t('badge.beforeNothing')} onChange={(prerequisites) => set({ prerequisites })} />
      {stale && onReload && <Notice tone="clay"><p role="alert" className="mb-3 font-semibold">{t('newer')}</p><Button tone="secondary" size="sm" onClick={onReload}>{t('takeNewer')}</Button></Notice>}
      {error !== null && error !== undefined && !(stale && onReload) && <ProblemState error={error} />}
      {tried && faults.size > 0 && <p role="alert" className="font-medium text-danger">{t('faulty')}</p>}
      <Button type="submit" busy={busy} className="self-start">{t(definition ? 'save' : 'badge.create')}</Button>
    </form>
  );
}

function Picks<K extends string>({ legend, keys, chosen, nameOf, face, onChoose }: { legend: string; keys: readonly K[]; chosen: K; nameOf: (key: K) => string; face: (key: K) => ReactNode; onChoose: (key: K) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {keys.map((key) => (
          <label key={key} title={nameOf(key)} className={cx('grid size-11 cursor-pointer place-items-center rounded-md border has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)', key === chosen ? 'border-accent bg-accent-soft' : 'border-line hover:border-accent')}>
            <input type="radio" name={name} aria-label={nameOf(key)} checked={key === chosen} onChange={() => onChoose(key)} className="sr-only" />
            {face(key)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
