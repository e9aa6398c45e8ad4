/** Do it at once, then offer to take it back for ten seconds. The clock stops while the offer has focus or pointer. */
import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useText } from '../i18n/index.ts';
import { baseTexts } from './texts.ts';

interface Offer {
  readonly text: string;
  readonly undo: () => void;
  /** Called when the offer has passed unused. */
  readonly passed?: () => void;
}

const offeredForMs = 10_000;
let current: Offer | undefined;
const watchers = new Set<() => void>();

/** A new offer takes the place of the one before, which is then no longer to be had. */
export function offerUndo(offer: Offer): void {
  current?.passed?.();
  show(offer);
}

/** Takes back the latest, for `Ctrl+Z`. False when there is nothing to take back. */
export function undoLatest(): boolean {
  const offer = current;
  show(undefined);
  offer?.undo();
  return offer !== undefined;
}

function show(offer: Offer | undefined): void {
  current = offer;
  for (const changed of watchers) changed();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Stands once in each app. */
export function UndoHost() {
  const offer = useSyncExternalStore(watch, () => current);
  return <output className="undo-host">{offer ? <UndoOffer key={offer.text} offer={offer} /> : null}</output>;
}

function UndoOffer({ offer }: { offer: Offer }) {
  const t = useText(baseTexts);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => {
      offer.passed?.();
      show(undefined);
    }, offeredForMs);
    return () => clearTimeout(timer);
  }, [held, offer]);
  return (
    <div
      className="undo"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span>{offer.text}</span>
      <Button variant="tertiary" onClick={undoLatest}>
        {t('undo')}
      </Button>
    </div>
  );
}
