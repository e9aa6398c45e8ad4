import { Button, ErrorSummary } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { FormEvent } from 'react';
import { sayNotice } from '../parts/notices.tsx';
import type { Programme } from './draft.ts';
import { EligibilityFields } from './eligibility-fields.tsx';
import { PersonFields } from './person-fields.tsx';
import { ProgrammeFields } from './programme-fields.tsx';
import type { Invited } from './receipt.tsx';
import { inviteTexts } from './texts.ts';
import { useInviteForm } from './use-invite-form.ts';
import { WhatHappens } from './what-happens.tsx';

interface InviteFormProps {
  readonly programmes: readonly Programme[];
  readonly onInvited: (invited: Invited) => void;
}

/** Who, what and when, whether it fits; beside it what the patient will get. Tab goes in the order of the list. */
export function InviteForm({ programmes, onInvited }: InviteFormProps) {
  const t = useText(inviteTexts);
  const invitation = useInviteForm(programmes, onInvited);
  const { form, today, change, errors, errorAt, sending, startOver } = invitation;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void invitation.submit();
  };
  const clear = (): void => {
    startOver();
    sayNotice(t('cleared'));
  };
  return (
    <form className="invite" noValidate onSubmit={submit}>
      <div className="invite-main">
        <ErrorSummary key={errors.map(({ text }) => text).join()} errors={errors} />
        <PersonFields {...invitation} />
        <ProgrammeFields
          form={form}
          programmes={programmes}
          change={change}
          errorAt={errorAt}
          today={today}
        />
        <EligibilityFields form={form} change={change} errorAt={errorAt} />
        <div className="button-row">
          <Button type="submit" id="invite" loading={sending}>
            {t('invite')}
          </Button>
          <Button variant="tertiary" onClick={clear}>
            {t('startOver')}
          </Button>
        </div>
      </div>
      <WhatHappens form={form} />
    </form>
  );
}
