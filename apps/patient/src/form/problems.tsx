import { ErrorSummary, type FieldError } from '@skute/ui/base';
import { useEffect, useRef } from 'react';
import { goToField } from './field-ids.ts';

/** What must be looked at. A line of it leads to its field, and leaves no address behind to go back through. */
export function Problems({ errors }: { errors: readonly FieldError[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.hash) return;
      event.preventDefault();
      goToField(decodeURIComponent(link.hash.slice(1)));
    };
    box?.addEventListener('click', follow);
    return () => box?.removeEventListener('click', follow);
  }, []);
  return (
    <div ref={place}>
      <ErrorSummary errors={errors} />
    </div>
  );
}
