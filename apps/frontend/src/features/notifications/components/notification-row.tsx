import type { NotificationItem, NotificationMark } from '@unityplan/sdk';
import { Badge, Button, cx, Icon, Menu, menuItemClass, RelativeTime } from '@unityplan/ui';
import { useInnerLinks } from '../../../shared/hooks/use-inner-links.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { placeOf } from '../notification-place.ts';
import { useNotificationWords } from './notification-words.tsx';

interface Props {
  item: NotificationItem;
  /** Came since the list was last opened. */
  fresh: boolean;
  onAct: (mark: NotificationMark) => void;
  onWhy: () => void;
}

/** One notification: the row leads to what it is about, the buttons beside it do the rest. */
export function NotificationRow({ item, fresh, onAct, onWhy }: Props) {
  const { t } = useTranslation('notifications');
  const follow = useInnerLinks();
  const { picture, title, about, text, reasons } = useNotificationWords()(item);
  const unread = item.readAt === null;
  const more: [NotificationMark, string][] = [
    unread ? ['read', t('act.read')] : ['unread', t('act.unread')],
    item.savedAt ? ['unsaved', t('act.unsaved')] : ['saved', t('act.saved')],
  ];
  return (
    <li className={cx('relative -mx-3 flex gap-3 rounded-md border-t border-line px-3 py-4 first:border-t-0 hover:bg-sunken', unread && 'bg-clay-soft/60')}>
      <span className="pt-0.5">{picture}</span>
      <div className="flex min-w-0 grow flex-col gap-0.5">
        {/* The link covers the row; the buttons lie above it. */}
        <a href={placeOf(item)} onClick={(event) => { if (unread) onAct('read'); follow(event); }} className={cx('no-underline after:absolute after:inset-0 after:rounded-md', unread && 'font-semibold')}>
          {title}
          {unread && <span className="sr-only"> ({t('isUnread')})</span>}
        </a>
        {about && <span dir="auto" className="font-serif text-lg leading-snug">{about}</span>}
        {text && <span dir="auto" className="line-clamp-2 text-muted">{text}</span>}
        <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <RelativeTime at={item.latestAt} />
          {reasons?.map((reason) => <Badge key={reason}>{reason}</Badge>)}
          {fresh && <Badge tone="clay">{t('isNew')}</Badge>}
          {item.savedAt && <Badge>{t('saved')}</Badge>}
        </span>
      </div>
      <div className="relative z-10 flex shrink-0 items-start max-sm:flex-col-reverse max-sm:justify-end">
        <Button tone="quiet" size="icon" title={item.doneAt ? t('act.undone') : t('act.done')} aria-label={t('act.of', { action: item.doneAt ? t('act.undone') : t('act.done'), what: title })} onClick={() => onAct(item.doneAt ? 'undone' : 'done')}>
          <Icon name={item.doneAt ? 'history' : 'check'} />
        </Button>
        <Menu label={t('act.more', { what: title })} face={<Icon name="dots" />}>
          {(close) => (
            <>
              {more.map(([which, label]) => <button key={which} type="button" className={menuItemClass} onClick={() => { close(); onAct(which); }}>{label}</button>)}
              <button type="button" className={menuItemClass} onClick={() => { close(); onWhy(); }}>{t('act.why')}</button>
            </>
          )}
        </Menu>
      </div>
    </li>
  );
}
