import { useEffect, useRef } from 'react';
import { useText } from '../i18n/index.ts';
import { baseTexts } from './texts.ts';

export interface FieldError {
  /** The id of the field. */
  readonly field: string;
  readonly text: string;
}

/** What must be looked at before a form can be sent. Takes focus when it appears; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useText(baseTexts);
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any]);
  if (!any) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} data-color="danger">
      <h2>{t('errorSummary')}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a className="ds-link" href={`#${error.field}`}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
