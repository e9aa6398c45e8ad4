import { invite } from '@skute/clinics/contract';
import type { FieldError } from '@skute/ui/base';
import { type Say, useText } from '@skute/ui/i18n';
import { ask, Refusal } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { bodyOf, type Draft, type Filled, type InviteBody, type Programme } from './draft.ts';
import { refusedAt } from './problem-words.ts';
import type { Invited } from './receipt.tsx';
import { inviteTexts } from './texts.ts';

interface Sending {
  readonly onInvited: (invited: Invited) => void;
  readonly onRefused: (error: FieldError) => void;
  readonly remember: (tried: NonNullable<Draft['tried']>) => void;
}

/** Sends the invitation. The same content goes with the same key, so that trying again is not inviting twice. */
export function useSending({ onInvited, onRefused, remember }: Sending) {
  const t = useText(inviteTexts);
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ body, key }: { body: InviteBody; key: string }) =>
      ask(invite, { body }, { idempotencyKey: key }),
    onError: (error) => onRefused(errorOf(error, t)),
  });
  const send = (form: Filled, programme: Programme): void => {
    const body = bodyOf(form, programme);
    const content = JSON.stringify(body);
    const key = form.tried?.content === content ? form.tried.key : crypto.randomUUID();
    remember({ key, content });
    const onSuccess = ({
      treatmentId,
      invitationEndsOn,
    }: {
      treatmentId: string;
      invitationEndsOn: string;
    }): void => {
      onInvited({ treatmentId, invitationEndsOn, name: nameOf(form), days: programme.invitationDays });
      void client.invalidateQueries({ queryKey: ['patients'] });
    };
    mutate({ body, key }, { onSuccess });
  };
  return { send, sending: isPending };
}

function nameOf({ person, given, family }: Filled): string {
  return person?.known ? person.name : `${given.trim()} ${family.trim()}`;
}

function errorOf(error: Error, t: Say<keyof typeof inviteTexts.texts>): FieldError {
  return error instanceof Refusal ? refusedAt(error, t) : { field: 'invite', text: t('notSent') };
}
