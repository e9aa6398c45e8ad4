import type { FieldError } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useRef, useState } from 'react';
import { useDraft } from '../data/drafts.ts';
import { type ClinicianSession, useClinician, useHere } from '../shell/clinic-session.ts';
import { dateIn } from '../words/time-words.ts';
import { type Draft, emptyDraft, filled, type Programme, type Usual } from './draft.ts';
import { missing } from './missing.ts';
import type { Invited } from './receipt.tsx';
import { inviteTexts } from './texts.ts';
import { useLookUp } from './use-look-up.ts';
import { useSending } from './use-sending.ts';

/** The form's state: kept on every change, checked when it is sent, gone when it has been received. */
export function useInviteForm(programmes: readonly Programme[], onInvited: (invited: Invited) => void) {
  const t = useText(inviteTexts);
  const { session } = useClinician();
  const { now, timeZone } = useHere();
  const today = dateIn(timeZone, now);
  const usual: Usual = { language: usualLanguage(session), today, programmes };
  const [draft, setDraft, endDraft] = useDraft<Draft>('invite', emptyDraft);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  // What is typed while a number is being looked up must not be written over by the answer.
  const latest = useRef(draft);
  const keep = (more: Partial<Draft>): void => {
    latest.current = { ...latest.current, ...more };
    setDraft(latest.current);
  };
  const end = (): void => {
    latest.current = emptyDraft;
    endDraft();
  };
  const number = useLookUp(latest, (person) => keep({ person }));
  const change = (more: Partial<Draft>): void => {
    if (more.number !== undefined) number.forget();
    keep(more);
  };
  const { send, sending } = useSending({
    onInvited: (invited) => {
      end();
      onInvited(invited);
    },
    onRefused: (error) => setErrors([error]),
    remember: (tried) => keep({ tried }),
  });
  const submit = async (): Promise<void> => {
    const wrongNumber = await number.lookUp();
    const form = filled(latest.current, usual);
    const found = missing(form, today, t, wrongNumber);
    setErrors(found);
    if (found.length === 0 && form.programme) send(form, form.programme);
  };
  const startOver = (): void => {
    end();
    setErrors([]);
    number.forget();
  };
  const errorAt = (field: string): string | undefined =>
    (field === 'number' ? number.wrong : undefined) ?? errors.find((error) => error.field === field)?.text;
  return {
    ...number,
    form: filled(draft, usual),
    today,
    change,
    errors,
    errorAt,
    submit,
    sending,
    startOver,
  };
}

function usualLanguage({ country, preferences }: ClinicianSession): Usual['language'] {
  if (country === 'SE') return 'sv';
  return preferences.language === 'nn' ? 'nn' : 'nb';
}
