import { Button } from '@skute/ui/base';
import { dayInWords, useText } from '@skute/ui/i18n';
import { type FormEvent, useState } from 'react';
import { Keys } from '../keys/keys.tsx';
import { FieldFor } from '../parts/field-for.tsx';
import { Modal } from '../parts/modal.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { nextMonday } from '../words/dates.ts';
import { addDays, dateIn } from '../words/time-words.ts';
import { worklistTexts } from './texts.ts';
import { type Handled, useHandle } from './use-handling.ts';
import type { WorkItem } from './visible-rows.ts';

interface LaterDialogProps {
  readonly row: { readonly treatmentId: string; readonly name: string; readonly work: readonly WorkItem[] };
  readonly onClose: () => void;
}

/** Puts work off to a day: 1, 2 and 3 choose the usual ones. */
export function LaterDialog({ row, onClose }: LaterDialogProps) {
  const t = useText(worklistTexts);
  const { now, timeZone, language } = useHere();
  const handle = useHandle();
  const today = dateIn(timeZone, now);
  const usual = [
    ['laterTomorrow', addDays(today, 1)],
    ['laterInThree', addDays(today, 3)],
    ['laterMonday', nextMonday(today)],
  ] as const;
  const choose = (until: string): void => {
    const handled: Handled = { ...row, items: row.work };
    onClose();
    handle.later(handled, until);
  };
  const press = (event: KeyboardEvent): void => {
    const chosen = usual[Number(event.key) - 1];
    if (!chosen || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    choose(chosen[1]);
  };
  return (
    <Modal title={t('laterTitle', { name: row.name })} onClose={onClose} onKey={press} closeable>
      <div className="later">
        {usual.map(([word, until], index) => (
          <Button
            key={word}
            variant="secondary"
            {...(index === 0 ? { 'data-autofocus': '' } : {})}
            onClick={() => choose(until)}
          >
            {t(word, { day: dayInWords(until, language) })} <Keys keys={String(index + 1)} />
          </Button>
        ))}
        <AnotherDay today={today} choose={choose} />
      </div>
    </Modal>
  );
}

function AnotherDay({ today, choose }: { today: string; choose: (until: string) => void }) {
  const t = useText(worklistTexts);
  const [until, setUntil] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (until > today && until <= addDays(today, 365)) choose(until);
    else setError(t('laterPast'));
  };
  return (
    <form className="later-date" onSubmit={submit} noValidate>
      <FieldFor id="later-date" label={t('laterDate')} error={error}>
        {(field) => (
          <input
            {...field}
            type="date"
            className="ds-input"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </FieldFor>
      <Button type="submit" variant="tertiary">
        {t('laterChoose')}
      </Button>
    </form>
  );
}
