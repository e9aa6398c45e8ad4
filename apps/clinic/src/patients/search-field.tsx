import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { useText } from '@skute/ui/i18n';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import { Keys } from '../keys/keys.tsx';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import type { PatientRow } from './patient-rows.tsx';
import { searchText, takeSearchWish, watchSearchWish } from './search-wish.ts';
import { patientsTexts } from './texts.ts';

interface SearchFieldProps {
  readonly typed: string;
  readonly onChange: (typed: string) => void;
  /** What was found for the words in the field; absent while they are being looked up. */
  readonly rows: readonly PatientRow[] | undefined;
}

/** Enter opens the only hit; with several it leads to the first, where Enter opens. */
export function SearchField({ typed, onChange, rows }: SearchFieldProps) {
  const t = useText(patientsTexts);
  const field = useSearchFocus(onChange);
  const shortcuts = useSingleKeys();
  const navigate = useNavigate();
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const [only, second] = rows ?? [];
    if (event.key === 'Enter' && only && !second && typed.trim() !== '') {
      void navigate({ to: '/treatments/$treatmentId/overview', params: { treatmentId: only.treatmentId } });
    } else {
      document.querySelector<HTMLElement>('[data-keys] [data-row]')?.focus();
    }
  };
  return (
    <div className="search-field" role="search">
      <label htmlFor="patient-search">
        {t('search')} {shortcuts ? <Keys keys="/" /> : null}
      </label>
      <span className="search-box">
        <MagnifyingGlassIcon aria-hidden="true" />
        <input
          ref={field}
          id="patient-search"
          className="ds-input"
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('searchHelp')}
          value={typed}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={press}
        />
      </span>
    </div>
  );
}

/** The field takes focus when somebody asked to search, from here or from another page. */
function useSearchFocus(onChange: (typed: string) => void) {
  const field = useRef<HTMLInputElement>(null);
  const answer = useEffectEvent(() => {
    if (!takeSearchWish()) return;
    onChange(searchText());
    // After the heading has had focus.
    setTimeout(() => field.current?.select());
  });
  useEffect(() => {
    answer();
    return watchSearchWish(() => answer());
  }, []);
  return field;
}
