import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Paper is light, and has nothing to unfold. Also for the browser's own print command. */
export function usePrinting(): { readonly printing: boolean; readonly print: () => Promise<void> } {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    let putBack = (): void => undefined;
    const before = (): void => {
      putBack = layOutForPaper();
    };
    const after = (): void => putBack();
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const print = async (): Promise<void> => {
    // The pictures are fetched anew in their light colouring, and waited for.
    flushSync(() => setPrinting(true));
    await Promise.allSettled([...document.images].map((image) => image.decode()));
    window.print();
    setPrinting(false);
  };
  return { printing, print };
}

function layOutForPaper(): () => void {
  const page = document.documentElement;
  const scheme = page.dataset.colorScheme;
  page.dataset.colorScheme = 'light';
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const one of folded) one.open = true;
  return () => {
    if (scheme) page.dataset.colorScheme = scheme;
    for (const one of folded) one.open = false;
  };
}
