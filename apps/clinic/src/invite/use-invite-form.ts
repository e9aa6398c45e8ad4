import { invite } from '@skute/clinics/contract';
import type { FieldError } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { ask, Refusal } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDraft } from '../data/drafts.ts';
import { useClinician, useHere } from '../shell/clinic-session.ts';
import { dateIn } from '../words/time-words.ts';
import { bodyOf, type Draft, emptyDraft, type Filled, filled, type InviteBody, type Programme } from './draft.ts';
import { missing } from './missing.ts';
import { inviteWord, numberWord } from './problem-words.ts';
import type { Invited } from './receipt.tsx';
import { inviteTexts } from './texts.ts';

export const inviteDraftKey = 'invite';

/** The form's state: kept on every change, checked when it is sent, gone when it has been received. */
export function useInviteForm(programmes: readonly Programme[], onInvited: (invited: Invited) => void) {
  const t = useText(inviteTexts);
  const client = useQueryClient();
  const { session } = useClinician();
  const { now, timeZone } = useHere();
  const today = dateIn(timeZone, now);
  const [draft, setDraft, endDraft] = useDraft<Draft>(inviteDraftKey, emptyDraft);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const form = filled(draft, { language: usualLanguage(session), today, programmes });
  const change = (more: Partial<Draft>): void => setDraft({ ...draft, ...more });
  const { mutate, isPending } = useMutation({
    mutationFn: ({ body, key }: { body: InviteBody; key: string }) => ask(invite, { body }, { idempotencyKey: key }),
    onSuccess: (reply) => {
      onInvited({ ...reply, name: nameOf(form), days: form.programme?.invitationDays ?? 0 });
      endDraft();
      void client.invalidateQueries({ queryKey: ['patients'] });
    },
    onError: (error) => setErrors([errorOf(error, t)]),
  });
  const send = (): void => {
    const found = missing(form, today, t);
    setErrors(found);
    if (found.length > 0 || !form.programme) return;
    const body = bodyOf(form, form.programme);
    const content = JSON.stringify(body);
    const key = draft.tried?.content === content ? draft.tried.key : crypto.randomUUID();
    change({ tried: { key, content } });
    mutate({ body, key });
  };
  const startOver = (): void => {
    endDraft();
    setErrors([]);
  };
  return { form, today, change, errors, send, sending: isPending, startOver };
}

function usualLanguage({ country, preferences }: { country: 'NO' | 'SE'; preferences: { language: Filled['language'] } }) {
  if (country === 'SE') return 'sv';
  return preferences.language === 'nn' ? 'nn' : 'nb';
}

function nameOf({ person, given, family }: Filled): string {
  return person?.known ? person.name : `${given.trim()} ${family.trim()}`;
}

function errorOf(error: Error, t: (key: ReturnType<typeof inviteWord>) => string): FieldError {
  if (!(error instanceof Refusal)) return { field: 'invite', text: t('notSent') };
  const { code } = error.problem;
  const number = numberWord(code);
  return number ? { field: 'number', text: t(number) } : { field: 'invite', text: t(inviteWord(code)) };
}
