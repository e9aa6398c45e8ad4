import { useText } from '@skute/ui/i18n';
import type { ReactNode } from 'react';
import { AppLink } from '../links.tsx';
import { ChartIcon, CourseIcon, HomeIcon, MoreIcon } from './icons.tsx';
import { shellTexts } from './texts.ts';

/** At the thumb on a phone, at the left on a wide screen. Only what works today. */
export function MainMenu() {
  const t = useText(shellTexts);
  return (
    <nav className="main-menu" aria-label={t('main')}>
      <MenuLink to="/" exact icon={<HomeIcon />}>
        {t('today')}
      </MenuLink>
      <MenuLink to="/programme" icon={<ChartIcon />}>
        {t('programme')}
      </MenuLink>
      <MenuLink to="/progress" icon={<CourseIcon />}>
        {t('progress')}
      </MenuLink>
      <MenuLink to="/more" icon={<MoreIcon />}>
        {t('more')}
      </MenuLink>
    </nav>
  );
}

interface MenuLinkProps {
  readonly to: '/' | '/programme' | '/progress' | '/more';
  readonly exact?: boolean;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function MenuLink({ to, exact = false, icon, children }: MenuLinkProps) {
  return (
    <AppLink to={to} className="menu-link" activeOptions={{ exact }}>
      {icon}
      <span>{children}</span>
    </AppLink>
  );
}
