import { useQuery } from '@tanstack/react-query';
import { Button, CheckboxGroup, Icon, Select, TextField } from '@unityplan/ui';
import { GateEditor } from '../../../shared/components/gate-editor.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { languages, type Language } from '../../../shared/lib/i18n.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { CoverField } from './cover-field.tsx';
import type { CourseDocument } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { LocalisedArea, LocalisedLine } from './localised-fields.tsx';

const levels = ['beginner', 'intermediate', 'advanced'] as const;
const mostOutcomes = 12;

/** Everything about a course but its contents: title, languages, what it asks for and gives. */
export function AboutForm() {
  const { t, language } = useTranslation('teach');
  const { t: courses } = useTranslation('courses');
  const { document, edit, shown } = useDraft();
  const badges = useQuery(badgesQuery).data ?? [];
  const set = (part: Partial<CourseDocument>) => edit((now) => ({ ...now, ...part }));
  const offered = Object.entries(languages).map(([key, label]) => ({ key: key as Language, label }));
  const { gives, outcomes } = document;
  return (
    <div className="flex flex-col gap-8">
      <LocalisedLine label={t('about.courseTitle')} value={document.title} max={150} onChange={(title) => set({ title })} />
      <LocalisedArea label={t('about.summary')} hint={t('about.summaryHint')} value={document.summary} max={1000} onChange={(summary) => set({ summary })} />
      <div className="grid gap-6 sm:grid-cols-2">
        <CheckboxGroup legend={t('about.languages')} hint={t('about.languagesHint')} choices={offered} chosen={document.languages}
          onChoose={(chosen) => set({ languages: chosen.includes(document.language) ? chosen : [document.language, ...chosen] })} />
        <div className="flex flex-col gap-6">
          <Select label={t('about.main')} hint={t('about.mainHint')} value={document.language} onChange={(event) => { const language = event.target.value as Language; set({ language, languages: [...new Set([language, ...document.languages])] }); }}>
            {offered.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
          </Select>
          <Select label={courses('filter.level')} value={document.level} onChange={(event) => set({ level: event.target.value as CourseDocument['level'] })}>
            {levels.map((level) => <option key={level} value={level}>{courses(`level.${level}`)}</option>)}
          </Select>
          <TextField label={t('about.minutes')} hint={t('about.minutesHint')} type="number" min={1} max={6000} value={document.minutes ?? ''}
            onChange={(event) => { const minutes = Math.round(Number(event.target.value)); set({ minutes: minutes >= 1 && minutes <= 6000 ? minutes : null }); }} />
        </div>
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-semibold">{t('about.outcomes')}</legend>
        {outcomes.map((outcome, index) => (
          <div key={index} className="flex items-end gap-2">
            <div className="grow">
              <LocalisedLine label={t('about.outcome', { number: index + 1 })} value={outcome} max={300} onChange={(next) => set({ outcomes: outcomes.map((each, at) => (at === index ? next : each)) })} />
            </div>
            <Button tone="quiet" size="icon" aria-label={t('about.removeOutcome', { number: index + 1 })} onClick={() => set({ outcomes: outcomes.filter((_, at) => at !== index) })}><Icon name="trash" /></Button>
          </div>
        ))}
        <Button tone="secondary" size="sm" className="self-start" disabled={outcomes.length >= mostOutcomes} onClick={() => set({ outcomes: [...outcomes, {}] })}><Icon name="plus" className="size-4" />{t('about.addOutcome')}</Button>
      </fieldset>
      <CoverField fileId={document.cover} onChange={(cover) => set({ cover })} />
      <div className="grid gap-6 sm:grid-cols-2">
        <Select label={t('about.gives')} hint={t('about.givesHint')} value={gives?.badge ?? ''} onChange={(event) => set({ gives: event.target.value ? { badge: event.target.value, level: gives?.level ?? 1 } : null })}>
          <option value="">{t('about.givesNone')}</option>
          {gives && !badges.some((badge) => badge.badge === gives.badge) && <option value={gives.badge}>{gives.badge}</option>}
          {badges.map((badge) => <option key={badge.badge} value={badge.badge}>{inLanguage(badge.name, language)}</option>)}
        </Select>
        {gives && (
          <Select label={t('about.givesLevel')} value={gives.level} onChange={(event) => set({ gives: { ...gives, level: Number(event.target.value) } })}>
            {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => <option key={level} value={level}>{level}</option>)}
          </Select>
        )}
      </div>
      <GateEditor key={shown} legend={t('about.prerequisites')} value={document.prerequisites ?? null} open={['nobody']} withoutRule={t('about.prerequisitesNone')} onChange={(prerequisites) => set({ prerequisites })} />
    </div>
  );
}
