import type { Session } from '@skute/access/contract';
import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { defineTexts, useText } from '../i18n/index.ts';
import { useIdle } from './idle.ts';
import { sessionReadAt } from './use-session.ts';

const texts = defineTexts('idle', {
  title: { nb: 'Er du her ennå?', nn: 'Er du her enno?', sv: 'Är du kvar?', en: 'Are you still there?' },
  text_one: {
    nb: 'Om litt logger vi deg ut, så ingen andre ser det du har åpent. Ingenting går tapt.',
    nn: 'Om litt loggar vi deg ut, så ingen andre ser det du har ope. Ingenting går tapt.',
    sv: 'Snart loggar vi ut dig, så att ingen annan ser det du har öppet. Inget går förlorat.',
    en: 'We will soon sign you out, so that no one else sees what you have open. Nothing is lost.',
  },
  text_other: {
    nb: 'Om {count} minutter logger vi deg ut, så ingen andre ser det du har åpent. Ingenting går tapt.',
    nn: 'Om {count} minutt loggar vi deg ut, så ingen andre ser det du har ope. Ingenting går tapt.',
    sv: 'Om {count} minuter loggar vi ut dig, så att ingen annan ser det du har öppet. Inget går förlorat.',
    en: 'In {count} minutes we sign you out, so that no one else sees what you have open. Nothing is lost.',
  },
  goOn: { nb: 'Jeg er her', nn: 'Eg er her', sv: 'Jag är kvar', en: 'I am here' },
});

interface IdleWarningProps {
  readonly session: Session;
  /** When the session was read, by this device's clock. */
  readonly read?: number;
}

/** Stands once in each app, inside a session. One button; Escape means the same. */
export function IdleWarning({ session, read = sessionReadAt() }: IdleWarningProps) {
  const t = useText(texts);
  const idle = useIdle(session, read);
  if (!idle.warn) return null;
  return (
    <Dialog open closeButton={false} onClose={idle.goOn} aria-labelledby="idle-title">
      <Heading id="idle-title" level={2} data-size="xs">
        {t('title')}
      </Heading>
      <Paragraph>{t('text', { count: idle.minutesLeft })}</Paragraph>
      <Button onClick={idle.goOn}>{t('goOn')}</Button>
    </Dialog>
  );
}
