import type { ReactNode } from 'react';

/** Folded away until asked for. The browser's own, so it opens for search in the page and for print too. */
export function Folded({ title, children, lang }: { title: ReactNode; children: ReactNode; lang?: string }) {
  return (
    <details className="folded" lang={lang}>
      <summary>{title}</summary>
      <div className="folded-content">{children}</div>
    </details>
  );
}
