import { Link } from '@tanstack/react-router';
import type { Category, TopicPage } from '@unityplan/sdk';
import { Icon, Menu, menuItemClass, type IconName } from '@unityplan/ui';
import { useState } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { MoveDialog } from './move-dialog.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { TopicChangeDialog } from './topic-change-dialog.tsx';

type What = 'pin' | 'unpin' | 'close' | 'open' | 'move';

/** What moderators can do with a topic. */
export function TopicMenu({ topic, categories }: { topic: TopicPage; categories: readonly Category[] }) {
  const { t } = useTranslation('forum');
  const [what, setWhat] = useState<What>();
  const end = () => setWhat(undefined);
  const entries: [What, IconName, string][] = [
    ['pin', 'pin', t(topic.pinned ? 'mod.pinAgain' : 'mod.pin')],
    ...(topic.pinned ? [['unpin', 'pin', t('mod.unpin')] as [What, IconName, string]] : []),
    topic.closed ? ['open', 'unlock', t('mod.open')] : ['close', 'lock', t('mod.close')],
    ['move', 'move', t('mod.move')],
  ];
  return (
    <>
      <Menu label={t('mod.menu')} className="text-muted" face={<Icon name="shield" />}>
        {(close) => (
          <>
            {entries.map(([key, icon, label]) => (
              <button key={key} type="button" className={menuItemClass} onClick={() => { close(); setWhat(key); }}><Icon name={icon} className="text-muted" />{label}</button>
            ))}
            <Link to="/moderation/log" search={{ topic: topic.topicId }} className={menuItemClass} onClick={close}><Icon name="list" className="text-muted" />{t('mod.log')}</Link>
          </>
        )}
      </Menu>
      {what === 'pin' && <PinDialog topic={topic} onEnd={end} />}
      {what === 'move' && <MoveDialog topic={topic} categories={categories} onEnd={end} />}
      {(what === 'unpin' || what === 'close' || what === 'open') && <TopicChangeDialog topic={topic} what={what} onEnd={end} />}
    </>
  );
}
