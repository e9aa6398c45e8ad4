import { undoLatest } from '@skute/ui/base';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { singleKeysOn } from '../shell/preferences.ts';
import { type Act, currentActs } from './acts.ts';
import { match } from './match.ts';
import { useGlobalActs } from './global-acts.ts';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette: component }) => ({ default: component })));
const Sheet = lazy(() => import('./shortcut-sheet.tsx').then(({ ShortcutSheet }) => ({ default: ShortcutSheet })));

export const openPaletteEvent = 'skute:palette';

/** Listens to the keyboard for the whole app, and shows the palette and the shortcut sheet. Stands once. */
export function Keyboard() {
  const [open, setOpen] = useState<'palette' | 'sheet' | undefined>();
  const showSheet = useCallback(() => setOpen('sheet'), []);
  useGlobalActs(showSheet);
  const press = usePress(() => setOpen('palette'));
  useEffect(() => {
    const openPalette = (): void => setOpen('palette');
    document.addEventListener('keydown', press);
    window.addEventListener(openPaletteEvent, openPalette);
    return () => {
      document.removeEventListener('keydown', press);
      window.removeEventListener(openPaletteEvent, openPalette);
    };
  }, [press]);
  const close = (): void => setOpen(undefined);
  return (
    <Suspense>
      {open === 'palette' ? <Palette onClose={close} /> : null}
      {open === 'sheet' ? <Sheet onClose={close} /> : null}
    </Suspense>
  );
}

const sequenceMs = 1500;

function usePress(openPalette: () => void): (event: KeyboardEvent) => void {
  const before = useRef<{ keys: string; at: number }>(undefined);
  const open = useRef(openPalette);
  open.current = openPalette;
  return useCallback((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const place = placeOf(event);
    if (isCommand(event, 'k')) return take(event, () => (place.inDialog ? undefined : open.current()));
    if (place.inDialog) return;
    if (isCommand(event, 'z') && !place.typing) return take(event, () => void undoLatest());
    if (!singleKeysOn()) return;
    const pending = before.current && Date.now() - before.current.at < sequenceMs ? before.current.keys : undefined;
    before.current = undefined;
    const acts: Act[] = currentActs();
    const found = match({ key: event.key, ctrl: event.ctrlKey, alt: event.altKey, meta: event.metaKey, ...place }, pending, acts);
    if (!found) return;
    if ('pending' in found) before.current = { keys: found.pending, at: Date.now() };
    take(event, () => ('act' in found ? found.act.run() : undefined));
  }, []);
}

function isCommand(event: KeyboardEvent, key: string): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key;
}

function take(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}

function placeOf(event: KeyboardEvent): { typing: boolean; inRegion: boolean; inDialog: boolean } {
  const at = event.target instanceof Element ? event.target : document.body;
  return {
    typing: at.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'),
    inRegion: at.closest('[data-keys]') !== null,
    inDialog: at.closest('dialog') !== null,
  };
}
