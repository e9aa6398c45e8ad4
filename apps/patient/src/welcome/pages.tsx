import type { Today } from '@skute/treatment/contract';
import { Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { type Country, Numbers } from '../help/numbers.tsx';
import { DeviceSetting } from '../settings/device-setting.tsx';
import { LanguageSetting, TextSizeSetting } from '../settings/look-settings.tsx';
import type { PatientSession } from '../shell/patient-session.ts';
import { welcomeTexts } from './texts.ts';

type Treatment = NonNullable<Today['treatment']>;

export function WhoPage({ treatment }: { treatment: Treatment | undefined }) {
  const t = useText(welcomeTexts);
  return (
    <>
      {treatment ? (
        <>
          <Paragraph>{treatment.programme.welcome}</Paragraph>
          <Paragraph>
            {t('whoClinic', { clinician: treatment.clinic.clinician, unit: treatment.clinic.unit })}{' '}
            {t('whoReads')}
          </Paragraph>
        </>
      ) : (
        <Paragraph>{t('whoReads')}</Paragraph>
      )}
      <Paragraph>{t('whoNot')}</Paragraph>
    </>
  );
}

export function UrgentPage({ country }: { country: Country }) {
  const t = useText(welcomeTexts);
  return (
    <>
      <Paragraph>{t('urgentText')}</Paragraph>
      <Numbers country={country} />
      <Paragraph>{t('urgentWhere')}</Paragraph>
    </>
  );
}

export function LookPage({ session }: { session: PatientSession }) {
  const t = useText(welcomeTexts);
  return (
    <>
      <LanguageSetting session={session} />
      <TextSizeSetting session={session} />
      <Paragraph>{t('lookText')}</Paragraph>
    </>
  );
}

export function DevicePage({ session }: { session: PatientSession }) {
  const t = useText(welcomeTexts);
  return (
    <>
      <DeviceSetting session={session} />
      <Paragraph>{t('notices')}</Paragraph>
    </>
  );
}
