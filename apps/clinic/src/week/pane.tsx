import { Alert, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { CatchBoundary } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { scrolled } from '../parts/scrolled.ts';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { weekTexts } from './texts.ts';

export type PaneNumber = 1 | 2 | 3 | 4;

interface PaneProps {
  readonly number: PaneNumber;
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the week, with the key that leads to it. What fails in it fails alone. */
export function Pane({ number, title, children }: PaneProps) {
  const id = useId();
  const shortcuts = useSingleKeys();
  return (
    <section className="panel pane" data-pane={number} {...scrolled} aria-labelledby={id}>
      <h2 id={id}>
        <span className="pane-title">{title}</span>{' '}
        {shortcuts ? <kbd aria-hidden="true">{number}</kbd> : null}
      </h2>
      <CatchBoundary getResetKey={() => number} errorComponent={Broken}>
        {children}
      </CatchBoundary>
    </section>
  );
}

function Broken() {
  const t = useText(weekTexts);
  return (
    <Alert data-color="warning" role="alert">
      <Paragraph>{t('broken')}</Paragraph>
    </Alert>
  );
}

export function focusPane(number: PaneNumber): void {
  document.querySelector<HTMLElement>(`[data-pane="${number}"]`)?.focus();
}
