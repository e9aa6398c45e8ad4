import { Folded, Heading, PageHeading, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { ReactNode } from 'react';
import { AppLink } from '../links.tsx';
import { DeviceSetting } from '../settings/device-setting.tsx';
import { LanguageSetting, TextSizeSetting, ThemeSetting } from '../settings/look-settings.tsx';
import { ChevronIcon } from '../shell/icons.tsx';
import { usePatient } from '../shell/patient-session.ts';
import { useToday } from '../today/use-today.ts';
import { Bookmarks } from './bookmarks.tsx';
import { SignOut } from './sign-out.tsx';
import { moreTexts } from './texts.ts';

export function MorePage() {
  const t = useText(moreTexts);
  const session = usePatient();
  const unit = useToday().data?.treatment?.clinic.unit ?? session.organisation;
  return (
    <div className="page">
      <PageHeading>{t('title')}</PageHeading>
      <AppLink to="/progress" className="card link-card">
        <span className="link-card-words">
          <strong>{t('progress')}</strong>
          <span className="subtle">{t('progressText')}</span>
        </span>
        <ChevronIcon />
      </AppLink>
      <Part title={t('bookmarks')}>
        <Bookmarks />
      </Part>
      <Part title={t('look')}>
        <TextSizeSetting session={session} />
        <ThemeSetting session={session} />
        <LanguageSetting session={session} />
      </Part>
      <DeviceSetting session={session} />
      <Part title={t('about')}>
        <Folded title={t('who')}>
          <Paragraph>{t('whoText', { unit })}</Paragraph>
        </Folded>
        <Folded title={t('kept')}>
          <Paragraph>{t('keptText')}</Paragraph>
        </Folded>
        <Folded title={t('open')}>
          <Paragraph>{t('openText')}</Paragraph>
        </Folded>
      </Part>
      <SignOut name={session.name} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack part">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      {children}
    </section>
  );
}
