import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useGlobalActs } from './global-acts.ts';
import { listenToKeys } from './listen.ts';

const Palette = lazy(() => import('./palette.tsx').then((found) => ({ default: found.Palette })));
const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet.tsx').then((found) => ({ default: found.ShortcutSheet })),
);

export const openPaletteEvent = 'skute:palette';

/** Listens to the keyboard for the whole app, and shows the palette and the shortcut sheet. Stands once. */
export function Keyboard() {
  const [open, setOpen] = useState<'palette' | 'sheet' | undefined>();
  const showSheet = useCallback(() => setOpen('sheet'), []);
  useGlobalActs(showSheet);
  useEffect(() => listenToKeys(() => setOpen('palette')), []);
  useEffect(() => {
    const openPalette = (): void => setOpen('palette');
    window.addEventListener(openPaletteEvent, openPalette);
    return () => window.removeEventListener(openPaletteEvent, openPalette);
  }, []);
  const close = (): void => setOpen(undefined);
  return (
    <Suspense>
      {open === 'palette' ? <Palette onClose={close} /> : null}
      {open === 'sheet' ? <ShortcutSheet onClose={close} /> : null}
    </Suspense>
  );
}
