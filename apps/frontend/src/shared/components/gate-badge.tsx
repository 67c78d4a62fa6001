import { useQuery } from '@tanstack/react-query';
import { Button, Icon, Select } from '@unityplan/ui';
import { useTranslation } from '../hooks/use-translation.ts';
import { badgesQuery } from '../lib/badges.ts';
import type { GateDraft } from '../lib/gate-draft.ts';
import { inLanguage, useTerritory } from '../lib/territory.ts';

type BadgeDraft = Extract<GateDraft, { kind: 'badge' }>;

/** One badge of a rule: which, from what level, awarded where, and whether it may have expired. */
export function GateBadge({ part, place, onChange, onRemove }: { part: BadgeDraft; place: number; onChange: (part: BadgeDraft) => void; onRemove?: () => void }) {
  const { t, language } = useTranslation('badges');
  const { data: badges = [] } = useQuery(badgesQuery);
  const territory = useTerritory();
  const unknown = part.badge && !badges.some((each) => each.badge === part.badge);
  const places = [...new Set([...(territory ? [territory.id] : []), ...(part.from === 'above' || part.from === 'sovereign' ? [] : [part.from])])];
  return (
    <div role="group" aria-label={t('editor.part', { place })} className="flex flex-col gap-3 rounded-md bg-sunken p-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)]">
        <Select label={t('editor.badge')} value={part.badge} onChange={(event) => onChange({ ...part, badge: event.target.value })}>
          <option value="">{t('editor.chooseBadge')}</option>
          {unknown && <option value={part.badge}>{part.badge}</option>}
          {badges.map((badge) => <option key={badge.badge} value={badge.badge}>{inLanguage(badge.name, language)}</option>)}
        </Select>
        <Select label={t('editor.level')} value={part.level} onChange={(event) => onChange({ ...part, level: Number(event.target.value) })}>
          {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => <option key={level} value={level}>{t('editor.fromLevel', { level })}</option>)}
        </Select>
        <Select label={t('editor.from')} value={part.from} onChange={(event) => onChange({ ...part, from: event.target.value })}>
          <option value="sovereign">{t('editor.fromSovereign')}</option>
          <option value="above">{t('editor.fromAbove')}</option>
          {places.map((each) => <option key={each} value={each}>{t('editor.fromPlace', { territory: each })}</option>)}
        </Select>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label className="flex min-h-9 pointer-coarse:min-h-11 cursor-pointer items-center gap-2.5">
          <input type="checkbox" checked={part.evenExpired} onChange={(event) => onChange({ ...part, evenExpired: event.target.checked })} className="size-4 accent-(--accent)" />
          {t('editor.evenExpired')}
        </label>
        {onRemove && <Button tone="quiet" size="sm" onClick={onRemove}><Icon name="trash" className="size-4" />{t('editor.remove')}</Button>}
      </div>
    </div>
  );
}
