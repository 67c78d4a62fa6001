import { Link } from '@tanstack/react-router';
import { Icon, Menu, menuItemClass } from '@unityplan/ui';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { Preferences } from './preferences.tsx';

/** The menu of someone who is not signed in. */
export function GuestMenu() {
  const { t } = useTranslation('common');
  return (
    <Menu label={t('menuOpen')} face={<Icon name="menu" className="size-6" />}>
      {(close) => (
        <>
          <Link to="/register" className={menuItemClass} onClick={close}>{t('register')}</Link>
          <Link to="/courses" className={menuItemClass} onClick={close}>{t('courses')}</Link>
          <Link to="/badges" className={menuItemClass} onClick={close}>{t('badges')}</Link>
          <Link to="/territories" className={menuItemClass} onClick={close}>{t('footer.territories')}</Link>
          <hr className="my-2 border-line" />
          <Preferences />
        </>
      )}
    </Menu>
  );
}
