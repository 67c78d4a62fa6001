import { Button, Icon, Select, TextField } from '@unityplan/ui';
import { useTranslation } from '../hooks/use-translation.ts';
import { newBadgePart, newGroup, type GateDraft, type GroupDraft } from '../lib/gate-draft.ts';
import { GateBadge } from './gate-badge.tsx';

/** Deeper groups than this nobody can read; rules that came from elsewhere are shown as they are. */
const deepest = 2;
const mostParts = 16;

/** Parts of a rule and how many of them are asked for. */
export function GateGroup({ group, depth, onChange, onRemove }: { group: GroupDraft; depth: number; onChange: (group: GroupDraft) => void; onRemove?: () => void }) {
  const { t } = useTranslation('badges');
  const set = (key: string, next: GateDraft | undefined) => onChange({ ...group, of: group.of.flatMap((part) => (part.key === key ? (next ? [next] : []) : [part])) });
  const full = group.of.length >= mostParts;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-lg border border-line-strong p-3 sm:p-4">
      <legend className="px-1 text-sm font-semibold">{depth === 0 ? t('editor.group') : t('editor.innerGroup')}</legend>
      {(group.of.length > 1 || group.rule === 'atLeast') && (
        <div className="flex flex-wrap items-end gap-3">
          <span className="min-w-48 grow">
            <Select label={t('editor.howMany')} value={group.rule} onChange={(event) => onChange({ ...group, rule: event.target.value as GroupDraft['rule'] })}>
              <option value="all">{t('editor.all')}</option>
              <option value="any">{t('editor.any')}</option>
              <option value="atLeast">{t('editor.atLeast')}</option>
            </Select>
          </span>
          {group.rule === 'atLeast' && (
            <span className="w-28">
              <TextField label={t('editor.count')} type="number" min={1} max={group.of.length} value={group.count} onChange={(event) => onChange({ ...group, count: Math.min(group.of.length, Math.max(1, Number(event.target.value) || 1)) })} />
            </span>
          )}
        </div>
      )}
      {group.of.map((part, index) => (
        <div key={part.key}>
          {part.kind === 'group' ? (
            <GateGroup group={part} depth={depth + 1} onChange={(next) => set(part.key, next)} onRemove={() => set(part.key, undefined)} />
          ) : part.kind === 'badge' ? (
            <GateBadge part={part} place={index + 1} onChange={(next) => set(part.key, next)} {...(group.of.length > 1 || depth > 0 ? { onRemove: () => set(part.key, undefined) } : {})} />
          ) : (
            <div className="flex items-center justify-between gap-3 rounded-md bg-sunken px-4 py-2">
              {t(`gate.${part.rule}`)}
              <Button tone="quiet" size="sm" onClick={() => set(part.key, undefined)}>{t('editor.remove')}</Button>
            </div>
          )}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button tone="secondary" size="sm" disabled={full} onClick={() => onChange({ ...group, of: [...group.of, newBadgePart()] })}><Icon name="plus" className="size-4" />{t('editor.addBadge')}</Button>
        {depth < deepest && <Button tone="quiet" size="sm" disabled={full} onClick={() => onChange({ ...group, of: [...group.of, newGroup()] })}><Icon name="plus" className="size-4" />{t('editor.addGroup')}</Button>}
        {onRemove && <Button tone="quiet" size="sm" className="ms-auto" onClick={onRemove}><Icon name="trash" className="size-4" />{t('editor.removeGroup')}</Button>}
      </div>
    </fieldset>
  );
}
