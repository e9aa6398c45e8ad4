import type { KeyboardEvent } from 'react';
import { useLooks } from './looks.ts';

export interface Row {
  readonly name: string;
  readonly words: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}

interface ChoiceRowsProps {
  readonly id: string;
  readonly kind: 'radio' | 'checkbox';
  readonly rows: readonly Row[];
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** Side by side, as chips. */
  readonly layout?: 'rows' | 'chips';
  /** Where the rows hold words of the app and not of the form. */
  readonly ours?: boolean;
}

/** Answers to tap, 56 px high. Plain radio buttons or check boxes underneath: arrows and Space are the browser's own. */
export function ChoiceRows({
  id,
  kind,
  rows,
  describedBy,
  invalid,
  layout = 'rows',
  ours = false,
}: ChoiceRowsProps) {
  const { lang } = useLooks();
  return (
    <div className="form-rows" data-layout={layout} lang={ours ? undefined : lang}>
      {rows.map((row, place) => (
        <label key={row.name} className="choice-row">
          <input
            type={kind}
            className="ds-input"
            id={place === 0 ? id : `${id}-${place}`}
            name={kind === 'radio' ? id : undefined}
            checked={row.chosen}
            onChange={row.choose}
            onKeyDown={kind === 'radio' ? (event) => chooseByDigit(event, rows) : undefined}
            aria-describedby={place === 0 ? describedBy : undefined}
            aria-invalid={invalid && kind === 'checkbox' ? true : undefined}
          />
          <span>{row.words}</span>
        </label>
      ))}
    </div>
  );
}

/** On a scale the number that is pressed; else 1 is the first, 2 the second. Two digits soon after each other are one number. */
function chooseByDigit(event: KeyboardEvent<HTMLInputElement>, rows: readonly Row[]): void {
  if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const digits = event.timeStamp - lastDigit.at < 800 ? lastDigit.digits + event.key : event.key;
  const place = [digits, event.key].map((number) => placeOf(number, rows)).find((one) => one >= 0);
  lastDigit = { digits, at: event.timeStamp };
  if (place === undefined) return;
  rows[place]?.choose();
  const radios = event.currentTarget.closest('.form-rows')?.querySelectorAll<HTMLInputElement>('input');
  radios?.[place]?.focus();
}

let lastDigit = { digits: '', at: -Infinity };

function placeOf(number: string, rows: readonly Row[]): number {
  const isScale = rows.every(({ words }) => /^\d/.test(words));
  if (isScale) return rows.findIndex(({ words }) => new RegExp(`^${number}(?!\\d)`).test(words));
  const place = Number(number) - 1;
  return place < rows.length ? place : -1;
}
