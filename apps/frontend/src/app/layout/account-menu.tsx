import { Link } from '@tanstack/react-router';
import type { OwnProfile } from '@unityplan/sdk';
import { Avatar, Menu, menuItemClass } from '@unityplan/ui';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { nameOf } from '../../shared/lib/names.ts';
import { useRole } from '../../shared/lib/roles.ts';
import { Preferences } from './preferences.tsx';
import { useLeave } from './use-leave.ts';

/** What belongs to the signed-in member. */
export function AccountMenu({ me }: { me: OwnProfile }) {
  const { t } = useTranslation('common');
  const leave = useLeave();
  const teaches = useRole('teacher');
  const moderates = useRole('moderator');
  const manages = useRole('manager');
  const name = nameOf(me) ?? me.handle;
  return (
    <Menu label={t('menuAccount', { name })} face={<Avatar id={me.memberId} name={me.displayName ?? me.handle} picture={me.avatar} />}>
      {(close) => (
        <>
          <p className="px-3 py-2">
            <span className="block font-semibold">{name}</span>
            <span className="text-sm text-muted">@{me.handle}</span>
          </p>
          <Link to="/members/$handle" params={{ handle: me.handle }} className={menuItemClass} onClick={close}>{t('yourPage')}</Link>
          <Link to="/courses" className={menuItemClass} onClick={close}>{t('courses')}</Link>
          <Link to="/badges" className={menuItemClass} onClick={close}>{t('badges')}</Link>
          <Link to="/drafts" className={menuItemClass} onClick={close}>{t('drafts')}</Link>
          <Link to="/profile" className={menuItemClass} onClick={close}>{t('settings')}</Link>
          {teaches && <Link to="/teach" className={menuItemClass} onClick={close}>{t('teach')}</Link>}
          {moderates && <Link to="/moderation" className={menuItemClass} onClick={close}>{t('moderation')}</Link>}
          {manages && <Link to="/manage" className={menuItemClass} onClick={close}>{t('manage')}</Link>}
          <hr className="my-2 border-line" />
          <Preferences />
          <hr className="my-2 border-line" />
          <button type="button" className={menuItemClass} onClick={() => { close(); void leave(); }}>{t('signOut')}</button>
        </>
      )}
    </Menu>
  );
}
