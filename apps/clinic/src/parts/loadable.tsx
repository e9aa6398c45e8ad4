import { Alert, Button, PageHeading, Paragraph, Skeleton, useLate } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Refusal } from '@skute/ui/session';
import type { ReactNode } from 'react';
import { loadableTexts } from './texts.ts';

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
  /** The page's heading when nothing could be read, for pages whose heading is in what is read. */
  readonly heading?: string;
}

/** What is kept is shown at once; a skeleton only when waiting is felt; an error says what is safe and what to do. */
export function Loaded<T>({ of, children, lines = 4, heading }: LoadedProps<T>) {
  const t = useText(loadableTexts);
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
  if (!of.isError) return <Waiting lines={lines} />;
  return (
    <>
      {heading ? <PageHeading>{heading}</PageHeading> : null}
      <Trouble error={of.error} refetch={of.refetch} />
    </>
  );
}

function Trouble({ error, refetch }: { error: Error | null; refetch: () => unknown }) {
  const t = useText(loadableTexts);
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
  const t = useText(loadableTexts);
  return (
    <Button variant="tertiary" onClick={() => void refetch()}>
      {t('tryAgain')}
    </Button>
  );
}

function Waiting({ lines }: { lines: number }) {
  const t = useText(loadableTexts);
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
