import { useQuery } from '@tanstack/react-query';
import type { WatchLevel } from '@unityplan/sdk';
import { Icon, Menu } from '@unityplan/ui';
import { useId } from 'react';
import { useProblemToast } from '../../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useSetWatch, watchQuery, type WatchPlace } from '../api/watch.ts';

const levels = ['watching', 'normal', 'muted'] as const satisfies readonly WatchLevel[];

/** How the member follows a topic or category, and how it could be otherwise. */
export function WatchMenu({ place }: { place: WatchPlace }) {
  const { t } = useTranslation('notifications');
  const { data } = useQuery(watchQuery(place));
  const set = useSetWatch(place);
  const failed = useProblemToast();
  const name = useId();
  if (!data) return null;
  const inTopic = 'topicId' in place;
  const choose = (level: WatchLevel | null) => set.mutate(level, { onError: failed });
  const choices = [...levels.map((level) => ({ level: level as WatchLevel | null, label: t(`watch.levels.${level}`), text: t(`watch.texts.${level}`) })),
    { level: null, label: t(inTopic ? 'watch.inherit' : 'watch.default'), text: t(inTopic ? 'watch.inheritText' : 'watch.defaultText') }];
  const icon = data.level === 'muted' ? 'bellOff' : 'bell';
  return (
    <Menu label={t('watch.label', { level: t(`watch.levels.${data.level}`) })} className={data.level === 'watching' ? 'bg-accent-soft text-accent' : 'text-muted'} face={<Icon name={icon} />}>
      {() => (
        <fieldset className="flex flex-col gap-0.5">
          <legend className="px-3 py-1 text-xs font-semibold text-muted">{t(inTopic ? 'watch.topic' : 'watch.category')}{inTopic && data.from === 'category' && `: ${t('watch.fromCategory')}`}</legend>
          {choices.map(({ level, label, text }) => (
            <label key={level ?? 'inherit'} className="flex cursor-pointer items-start gap-3 rounded-md px-3 py-2 hover:bg-sunken has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-(--focus)">
              <input type="radio" name={name} checked={data.own === level} onChange={() => choose(level)} className="mt-1 size-4 shrink-0 accent-(--accent) focus-visible:outline-none" />
              <span><span className="block font-semibold">{label}</span><span className="block text-sm text-muted">{text}</span></span>
            </label>
          ))}
        </fieldset>
      )}
    </Menu>
  );
}
