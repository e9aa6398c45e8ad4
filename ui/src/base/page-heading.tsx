import { Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';

/** The address whose heading last had, or needed no, focus. The first page of a visit needs none. */
let arrivedAt: string | undefined;

interface PageHeadingProps {
  readonly children: ReactNode;
  /** Set when the content is in another language than the screen. */
  readonly lang?: string | undefined;
  /** Tells pages apart that share an address. */
  readonly page?: string;
}

/** The page's `h1`. It takes focus when the address has changed, so that a screen reader starts there. */
export function PageHeading({ children, lang, page = '' }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const address = window.location.pathname + page;
  useEffect(() => {
    if (arrivedAt !== undefined && arrivedAt !== address) heading.current?.focus({ preventScroll: true });
    arrivedAt = address;
  }, [address]);
  return (
    <Heading ref={heading} level={1} data-size="md" className="page-heading" tabIndex={-1} lang={lang}>
      {children}
    </Heading>
  );
}
