import { Alert, Button, Paragraph, Skeleton, useLate } from '@skute/ui/base';
import { defineTexts, useText } from '@skute/ui/i18n';
import { Refusal } from '@skute/ui/session';
import type { ReactNode } from 'react';

const texts = defineTexts('loadable', {
  waiting: { nb: 'Henter …', nn: 'Hentar …', sv: 'Hämtar …', en: 'Fetching …' },
  noAnswer: {
    nb: 'Vi fikk ikke hentet dette. Ingenting er borte. Sjekk nettet, og prøv igjen.',
    nn: 'Vi fekk ikkje henta dette. Ingenting er borte. Sjekk nettet, og prøv igjen.',
    sv: 'Vi kunde inte hämta det här. Inget har försvunnit. Kontrollera nätet och försök igen.',
    en: 'We could not fetch this. Nothing is lost. Check the network and try again.',
  },
  notFound: {
    nb: 'Dette finnes ikke, eller du behandler ikke denne pasienten. Mangler du tilgang, snakk med lederen for enheten. Forsøket er logget.',
    nn: 'Dette finst ikkje, eller du behandlar ikkje denne pasienten. Manglar du tilgang, snakk med leiaren for eininga. Forsøket er logga.',
    sv: 'Det här finns inte, eller du behandlar inte den här patienten. Saknar du åtkomst, prata med enhetens chef. Försöket är loggat.',
    en: 'This does not exist, or you do not treat this patient. If you need access, talk to the head of the unit. The attempt is logged.',
  },
  stale: {
    nb: 'Vi fikk ikke hentet nytt. Du ser det som ble hentet sist.',
    nn: 'Vi fekk ikkje henta nytt. Du ser det som vart henta sist.',
    sv: 'Vi kunde inte hämta nytt. Du ser det som hämtades senast.',
    en: 'We could not fetch news. You see what was last fetched.',
  },
  refused: {
    nb: 'Dette gikk ikke. Prøv igjen om litt.',
    nn: 'Dette gjekk ikkje. Prøv igjen om litt.',
    sv: 'Det gick inte. Försök igen om en stund.',
    en: 'That did not work. Try again in a while.',
  },
  reference: { nb: 'Referanse: {id}', nn: 'Referanse: {id}', sv: 'Referens: {id}', en: 'Reference: {id}' },
  tryAgain: { nb: 'Prøv igjen', nn: 'Prøv igjen', sv: 'Försök igen', en: 'Try again' },
});

interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isError: boolean;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly of: Loadable<T>;
  readonly children: (data: T) => ReactNode;
  /** What stands there while waiting, after 300 ms. */
  readonly lines?: number;
}

/** What is kept is shown at once; a skeleton only when waiting is felt; an error says what is safe and what to do. */
export function Loaded<T>({ of, children, lines = 4 }: LoadedProps<T>) {
  const t = useText(texts);
  if (of.data !== undefined) {
    return (
      <>
        {of.isError ? (
          <p role="status" className="stale-line">
            {t('stale')} <TryAgain refetch={of.refetch} />
          </p>
        ) : null}
        {children(of.data)}
      </>
    );
  }
  return of.isError ? <Trouble error={of.error} refetch={of.refetch} /> : <Waiting lines={lines} />;
}

function Trouble({ error, refetch }: { error: Error | null; refetch: () => unknown }) {
  const t = useText(texts);
  const problem = error instanceof Refusal ? error.problem : undefined;
  const text = problem === undefined ? t('noAnswer') : problem.status === 404 ? t('notFound') : t('refused');
  return (
    <Alert data-color={problem?.status === 404 ? 'info' : 'warning'} role="alert">
      <Paragraph>{text}</Paragraph>
      {problem?.requestId ? (
        <Paragraph data-size="sm" className="subtle">
          {t('reference', { id: problem.requestId })}
        </Paragraph>
      ) : null}
      {problem?.status === 404 ? null : <TryAgain refetch={refetch} />}
    </Alert>
  );
}

function TryAgain({ refetch }: { refetch: () => unknown }) {
  const t = useText(texts);
  return (
    <Button variant="tertiary" onClick={() => void refetch()}>
      {t('tryAgain')}
    </Button>
  );
}

function Waiting({ lines }: { lines: number }) {
  const t = useText(texts);
  const late = useLate(true);
  if (!late) return null;
  return (
    <div className="waiting" role="status">
      <span className="ds-sr-only">{t('waiting')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} variant="rectangle" height="3rem" />
      ))}
    </div>
  );
}
