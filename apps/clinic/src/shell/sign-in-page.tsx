import { Button, Heading, Paragraph, Skeleton, useLate } from '@skute/ui/base';
import { Boat } from '@skute/ui/boat';
import { useText } from '@skute/ui/i18n';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LanguageLinks } from './language-links.tsx';
import { shellTexts } from './texts.ts';

/** True once somebody has been signed in during this visit: then signing in is coming back. */
let hasBeenIn = false;
export function rememberSignedIn(): void {
  hasBeenIn = true;
}

export function SignInPage() {
  const t = useText(shellTexts);
  const [back] = useState(hasBeenIn);
  const button = useRef<HTMLAnchorElement>(null);
  useEffect(() => button.current?.focus(), []);
  const to = `${window.location.pathname}${window.location.search}`;
  return (
    <Front>
      <Heading level={1} data-size="md">
        {t('signInTitle')}
      </Heading>
      <Paragraph role={back ? 'status' : undefined}>{back ? t('signInBack') : t('signInText')}</Paragraph>
      <Button asChild>
        <a ref={button} href={`/login/clinician?to=${encodeURIComponent(to)}`}>
          {t('signIn')}
        </a>
      </Button>
      <Paragraph data-size="sm" className="subtle">
        {t('signInHow')}
      </Paragraph>
      {back ? null : <LanguageLinks />}
    </Front>
  );
}

export function UnreachablePage({ tryAgain }: { tryAgain: () => void }) {
  const t = useText(shellTexts);
  return (
    <Front>
      <Heading level={1} data-size="xs">
        {t('unreachable')}
      </Heading>
      <Button onClick={tryAgain}>{t('tryAgain')}</Button>
    </Front>
  );
}

export function PatientHerePage() {
  const t = useText(shellTexts);
  return (
    <Front>
      <Heading level={1} data-size="xs">
        {t('patientHere')}
      </Heading>
      <Button asChild>
        <a href="/">{t('toPatientApp')}</a>
      </Button>
    </Front>
  );
}

/** Who is signed in is being asked: quiet at first, then the outline of the page. */
export function WaitingPage() {
  const late = useLate(true);
  return late ? (
    <main className="waiting-page" aria-busy="true">
      <Skeleton variant="rectangle" height="3.5rem" />
      <Skeleton variant="rectangle" height="20rem" />
    </main>
  ) : null;
}

function Front({ children }: { children: ReactNode }) {
  return (
    <main className="front">
      <div className="front-card">
        <div className="front-brand">
          <Boat state="moored" />
          <span>Skute</span>
        </div>
        {children}
      </div>
    </main>
  );
}
